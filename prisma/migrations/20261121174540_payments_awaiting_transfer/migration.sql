-- DropIndex
DROP INDEX "payments_status_created_at_idx";

-- CreateIndex
CREATE INDEX "payments_awaiting_transfer_idx" ON "payments"("status", "next_look_at") WHERE (transfer_seen_at IS NULL);
