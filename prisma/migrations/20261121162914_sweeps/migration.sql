-- AlterTable
ALTER TABLE "astra_connections" ADD COLUMN     "next_sweep_at" TIMESTAMPTZ(3) NOT NULL DEFAULT (clock_timestamp() + '06:00:00'::interval);

-- CreateIndex
CREATE INDEX "astra_connections_status_next_sweep_at_idx" ON "astra_connections"("status", "next_sweep_at");
