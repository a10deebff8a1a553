-- AlterTable
ALTER TABLE "cards" ADD COLUMN     "looks" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "next_look_at" TIMESTAMPTZ(3) NOT NULL DEFAULT (clock_timestamp() + '00:01:00'::interval);

-- CreateIndex
CREATE INDEX "cards_undecided_idx" ON "cards"("next_look_at") WHERE (status <> ALL (ARRAY['approved'::text, 'rejected'::text, 'removed'::text]));
