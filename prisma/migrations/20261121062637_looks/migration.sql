-- AlterTable
ALTER TABLE "user_intents" ADD COLUMN     "looks" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "next_look_at" TIMESTAMPTZ(3) NOT NULL DEFAULT (clock_timestamp() + '00:01:00'::interval);

-- AlterTable
ALTER TABLE "astra_connections" ADD COLUMN     "looks" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "next_look_at" TIMESTAMPTZ(3) NOT NULL DEFAULT (clock_timestamp() + '00:01:00'::interval);

-- AlterTable
ALTER TABLE "payments" ADD COLUMN     "looks" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "next_look_at" TIMESTAMPTZ(3) NOT NULL DEFAULT (clock_timestamp() + '00:01:00'::interval);

-- AlterTable
ALTER TABLE "routines" ADD COLUMN     "looks" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "next_look_at" TIMESTAMPTZ(3) NOT NULL DEFAULT (clock_timestamp() + '00:01:00'::interval);

-- AlterTable
ALTER TABLE "transfers" ADD COLUMN     "looks" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "next_look_at" TIMESTAMPTZ(3) NOT NULL DEFAULT (clock_timestamp() + '00:01:00'::interval);

-- AlterTable
ALTER TABLE "webhook_events" ADD COLUMN     "looks" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "next_look_at" TIMESTAMPTZ(3) NOT NULL DEFAULT (clock_timestamp() + '00:01:00'::interval);

-- CreateIndex
CREATE INDEX "user_intents_submission_next_look_at_idx" ON "user_intents"("submission", "next_look_at");

-- CreateIndex
CREATE INDEX "astra_connections_status_next_look_at_idx" ON "astra_connections"("status", "next_look_at");

-- CreateIndex
CREATE INDEX "payments_status_next_look_at_idx" ON "payments"("status", "next_look_at");

-- CreateIndex
CREATE INDEX "routines_status_next_look_at_idx" ON "routines"("status", "next_look_at");

-- CreateIndex
CREATE INDEX "transfers_status_next_look_at_idx" ON "transfers"("status", "next_look_at");

-- CreateIndex
CREATE INDEX "webhook_events_status_next_look_at_idx" ON "webhook_events"("status", "next_look_at");
