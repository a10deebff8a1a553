-- AlterTable
ALTER TABLE "cards" ADD COLUMN     "issuer" TEXT,
ADD COLUMN     "seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT '1970-01-01 00:00:00 +00:00';

-- AlterTable
ALTER TABLE "accounts" ADD COLUMN     "seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT '1970-01-01 00:00:00 +00:00';

-- AlterTable
ALTER TABLE "routines" ADD COLUMN     "seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT '1970-01-01 00:00:00 +00:00';

-- CreateIndex
CREATE INDEX "cards_status_created_at_idx" ON "cards"("status", "created_at");

-- CreateIndex
CREATE INDEX "accounts_origin_created_at_idx" ON "accounts"("origin", "created_at");

-- So far there was one issuer for each person, so it is known whose the issued cards are.
UPDATE "cards" SET "issuer" = "issuer_customers"."issuer"
FROM "issuer_customers"
WHERE "cards"."issuer_card_id" IS NOT NULL AND "issuer_customers"."user_id" = "cards"."user_id";
