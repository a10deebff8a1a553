-- CreateIndex
CREATE INDEX "transfers_user_id_source_astra_id_started_at_id_idx" ON "transfers"("user_id", "source_astra_id", "started_at", "id");
