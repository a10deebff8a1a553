-- Visits last half an hour, and nobody can say any more whose the old ones were.
DELETE FROM "stand_in_bank_visits";

-- AlterTable
ALTER TABLE "stand_in_bank_visits" ADD COLUMN     "user_id" UUID NOT NULL;
