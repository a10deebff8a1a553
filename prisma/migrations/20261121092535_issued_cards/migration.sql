-- CreateTable
CREATE TABLE "issuer_customers" (
    "user_id" UUID NOT NULL,
    "issuer" TEXT NOT NULL,
    "customer_id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "issuer_customers_pkey" PRIMARY KEY ("user_id","issuer")
);

-- CreateTable
CREATE TABLE "card_hand_overs" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "issuer" TEXT NOT NULL,
    "issuer_card_id" TEXT NOT NULL,
    "first_six" TEXT,
    "last_four" TEXT NOT NULL,
    "expiration_date" TEXT NOT NULL,
    "astra_card_id" TEXT,
    "send_by" TIMESTAMPTZ(3) NOT NULL,
    "negative_reads" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    "next_look_at" TIMESTAMPTZ(3) NOT NULL DEFAULT (clock_timestamp() + '00:01:00'::interval),
    "looks" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "card_hand_overs_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "issuer_customers_issuer_customer_id_key" ON "issuer_customers"("issuer", "customer_id");

-- CreateIndex
CREATE INDEX "card_hand_overs_user_id_idx" ON "card_hand_overs"("user_id");

-- CreateIndex
CREATE INDEX "card_hand_overs_next_look_at_idx" ON "card_hand_overs"("next_look_at");

-- CreateIndex
CREATE UNIQUE INDEX "card_hand_overs_issuer_issuer_card_id_key" ON "card_hand_overs"("issuer", "issuer_card_id");

-- AddForeignKey
ALTER TABLE "issuer_customers" ADD CONSTRAINT "issuer_customers_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "card_hand_overs" ADD CONSTRAINT "card_hand_overs_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;
