-- AlterTable
ALTER TABLE "impossible_changes" ALTER COLUMN "user_id" DROP NOT NULL;

-- CreateTable
CREATE TABLE "batch_transfers" (
    "astra_id" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "amount_cents" BIGINT,
    "transfer_count" INTEGER,
    "astra_created_at" TIMESTAMPTZ(3),
    "astra_updated_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    "next_look_at" TIMESTAMPTZ(3) NOT NULL DEFAULT (clock_timestamp() + '00:01:00'::interval),
    "looks" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "batch_transfers_pkey" PRIMARY KEY ("astra_id")
);

-- CreateTable
CREATE TABLE "batch_members" (
    "batch_astra_id" TEXT NOT NULL,
    "transfer_astra_id" TEXT NOT NULL,

    CONSTRAINT "batch_members_pkey" PRIMARY KEY ("batch_astra_id","transfer_astra_id")
);

-- CreateIndex
CREATE INDEX "batch_transfers_created_at_idx" ON "batch_transfers"("created_at");

-- CreateIndex
CREATE INDEX "batch_transfers_status_next_look_at_idx" ON "batch_transfers"("status", "next_look_at");

-- CreateIndex
CREATE INDEX "batch_members_transfer_astra_id_idx" ON "batch_members"("transfer_astra_id");

-- AddForeignKey
ALTER TABLE "batch_members" ADD CONSTRAINT "batch_members_batch_astra_id_fkey" FOREIGN KEY ("batch_astra_id") REFERENCES "batch_transfers"("astra_id") ON DELETE CASCADE ON UPDATE CASCADE;
