-- CreateTable
CREATE TABLE "found_changes" (
    "id" UUID NOT NULL,
    "resource" TEXT NOT NULL,
    "astra_id" TEXT NOT NULL,
    "before" TEXT,
    "after" TEXT NOT NULL,
    "was_told" BOOLEAN NOT NULL,
    "found_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "found_changes_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "found_changes_astra_id_found_at_idx" ON "found_changes"("astra_id", "found_at");

-- CreateIndex
CREATE INDEX "found_changes_was_told_found_at_idx" ON "found_changes"("was_told", "found_at");
