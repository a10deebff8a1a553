-- CreateTable
CREATE TABLE "access_token_loans" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "secret_hash" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "purpose" "list_kind" NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3),
    "settled_at" TIMESTAMPTZ(3),

    CONSTRAINT "access_token_loans_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "access_token_loans_secret_hash_key" ON "access_token_loans"("secret_hash");

-- CreateIndex
CREATE INDEX "access_token_loans_user_id_version_idx" ON "access_token_loans"("user_id", "version");

-- AddForeignKey
ALTER TABLE "access_token_loans" ADD CONSTRAINT "access_token_loans_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;
