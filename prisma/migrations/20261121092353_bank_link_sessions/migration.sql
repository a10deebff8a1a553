-- CreateEnum
CREATE TYPE "bank_link_outcome" AS ENUM ('done', 'left', 'failed', 'interrupted', 'needs_authorization');

-- CreateTable
CREATE TABLE "bank_link_sessions" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "provider" TEXT NOT NULL,
    "reference_sealed" TEXT NOT NULL,
    "state_hash" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "returned_at" TIMESTAMPTZ(3),
    "finished_at" TIMESTAMPTZ(3),
    "outcome" "bank_link_outcome",
    "results" JSONB NOT NULL DEFAULT '[]',

    CONSTRAINT "bank_link_sessions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "stand_in_bank_visits" (
    "reference" UUID NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "shared" TEXT[] DEFAULT ARRAY[]::TEXT[],

    CONSTRAINT "stand_in_bank_visits_pkey" PRIMARY KEY ("reference")
);

-- CreateIndex
CREATE UNIQUE INDEX "bank_link_sessions_state_hash_key" ON "bank_link_sessions"("state_hash");

-- CreateIndex
CREATE INDEX "bank_link_sessions_user_id_created_at_idx" ON "bank_link_sessions"("user_id", "created_at");

-- AddForeignKey
ALTER TABLE "bank_link_sessions" ADD CONSTRAINT "bank_link_sessions_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;
