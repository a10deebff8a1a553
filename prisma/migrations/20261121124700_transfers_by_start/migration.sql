-- DropIndex
DROP INDEX "transfers_user_id_created_at_idx";

-- AlterTable
ALTER TABLE "transfers" ADD COLUMN     "started_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp();

UPDATE "transfers" SET "started_at" = coalesce("initiated_at", "created_at");

-- CreateIndex
CREATE INDEX "transfers_user_id_started_at_id_idx" ON "transfers"("user_id", "started_at", "id");

-- CreateIndex
CREATE INDEX "transfers_destination_astra_user_id_started_at_idx" ON "transfers"("destination_astra_user_id", "started_at");
