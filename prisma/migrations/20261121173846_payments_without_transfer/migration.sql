-- AlterTable
ALTER TABLE "payments" ADD COLUMN     "transfer_seen_at" TIMESTAMPTZ(3);

-- What has a transfer already is marked as what gets one from now on is.
UPDATE "payments" p SET "transfer_seen_at" = t."first_seen_at"
FROM (
  SELECT "user_id", "routine_astra_id", min("created_at") AS "first_seen_at"
  FROM "transfers" WHERE "routine_astra_id" IS NOT NULL
  GROUP BY "user_id", "routine_astra_id") t
WHERE t."user_id" = p."user_id" AND t."routine_astra_id" = p."routine_astra_id";

-- CreateIndex
CREATE INDEX "payments_without_transfer_idx" ON "payments"("user_id", "created_at", "id") WHERE (transfer_seen_at IS NULL);
