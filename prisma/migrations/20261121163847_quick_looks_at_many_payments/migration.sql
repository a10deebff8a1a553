-- CreateIndex
CREATE INDEX "payments_status_created_at_idx" ON "payments"("status", "created_at");

-- CreateIndex
CREATE INDEX "payments_by_operators_idx" ON "payments"("created_at", "id") WHERE (operator_id IS NOT NULL);
