-- DropIndex
DROP INDEX "webhook_events_resource_id_idx";

-- CreateIndex
CREATE INDEX "webhook_events_status_astra_user_id_idx" ON "webhook_events"("status", "astra_user_id");

-- CreateIndex
CREATE INDEX "webhook_events_resource_id_status_idx" ON "webhook_events"("resource_id", "status");
