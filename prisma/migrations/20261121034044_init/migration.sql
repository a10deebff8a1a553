-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "intent_submission" AS ENUM ('sending', 'accepted', 'refused', 'unknown');

-- CreateEnum
CREATE TYPE "hosted_purpose" AS ENUM ('authorize', 'link_card');

-- CreateEnum
CREATE TYPE "connection_status" AS ENUM ('active', 'needs_authorization');

-- CreateEnum
CREATE TYPE "payment_status" AS ENUM ('sending', 'accepted', 'refused', 'unknown', 'not_executed');

-- CreateEnum
CREATE TYPE "webhook_status" AS ENUM ('received', 'done', 'parked');

-- CreateTable
CREATE TABLE "users" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "email_verified_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "users_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sessions" (
    "token_hash" TEXT NOT NULL,
    "user_id" UUID NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "sessions_pkey" PRIMARY KEY ("token_hash")
);

-- CreateTable
CREATE TABLE "sign_in_tokens" (
    "identifier" TEXT NOT NULL,
    "token_hash" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "sign_in_tokens_pkey" PRIMARY KEY ("identifier","token_hash")
);

-- CreateTable
CREATE TABLE "user_intents" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "submission_key" UUID NOT NULL,
    "submission" "intent_submission" NOT NULL,
    "astra_id" TEXT,
    "astra_status" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "user_intents_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "redirect_states" (
    "state_hash" TEXT NOT NULL,
    "user_id" UUID NOT NULL,
    "purpose" "hosted_purpose" NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "consumed_at" TIMESTAMPTZ(3),

    CONSTRAINT "redirect_states_pkey" PRIMARY KEY ("state_hash")
);

-- CreateTable
CREATE TABLE "astra_connections" (
    "user_id" UUID NOT NULL,
    "astra_user_id" TEXT NOT NULL,
    "astra_user_status" TEXT NOT NULL,
    "status" "connection_status" NOT NULL,
    "access_token_sealed" TEXT,
    "refresh_token_sealed" TEXT,
    "access_expires_at" TIMESTAMPTZ(3),
    "refresh_expires_at" TIMESTAMPTZ(3),
    "token_version" INTEGER NOT NULL DEFAULT 0,
    "refresh_lease_id" UUID,
    "refresh_lease_until" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "astra_connections_pkey" PRIMARY KEY ("user_id")
);

-- CreateTable
CREATE TABLE "cards" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "astra_id" TEXT NOT NULL,
    "brand" TEXT,
    "card_type" TEXT,
    "last_four" TEXT,
    "expiration_date" TEXT,
    "holder_name" TEXT,
    "status" TEXT NOT NULL,
    "pull_enabled" BOOLEAN NOT NULL,
    "push_enabled" BOOLEAN NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "cards_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "payments" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "idempotency_key" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "amount_cents" BIGINT NOT NULL,
    "source_card_id" UUID NOT NULL,
    "destination_card_id" UUID NOT NULL,
    "client_correlation_id" TEXT NOT NULL,
    "status" "payment_status" NOT NULL,
    "refusal" TEXT,
    "send_by" TIMESTAMPTZ(3) NOT NULL,
    "negative_reads" INTEGER NOT NULL DEFAULT 0,
    "routine_astra_id" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "payments_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "routines" (
    "astra_id" TEXT NOT NULL,
    "user_id" UUID NOT NULL,
    "name" TEXT,
    "type" TEXT,
    "payment_type" TEXT,
    "status" TEXT NOT NULL,
    "amount_cents" BIGINT,
    "source_astra_id" TEXT,
    "destination_astra_id" TEXT,
    "client_correlation_id" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "routines_pkey" PRIMARY KEY ("astra_id")
);

-- CreateTable
CREATE TABLE "transfers" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "astra_id" TEXT NOT NULL,
    "routine_astra_id" TEXT,
    "name" TEXT,
    "status" TEXT NOT NULL,
    "amount_cents" BIGINT NOT NULL,
    "source_astra_id" TEXT,
    "destination_astra_id" TEXT,
    "failure_reason" TEXT,
    "initiated_at" TIMESTAMPTZ(3),
    "estimated_clearing" TIMESTAMPTZ(3),
    "astra_updated_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "transfers_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "transfer_status_changes" (
    "transfer_id" UUID NOT NULL,
    "status" TEXT NOT NULL,
    "seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "transfer_status_changes_pkey" PRIMARY KEY ("transfer_id","status")
);

-- CreateTable
CREATE TABLE "webhook_events" (
    "id" UUID NOT NULL,
    "environment" TEXT NOT NULL,
    "webhook_id" TEXT NOT NULL,
    "webhook_type" TEXT NOT NULL,
    "resource_id" TEXT NOT NULL,
    "astra_user_id" TEXT,
    "body" TEXT NOT NULL,
    "status" "webhook_status" NOT NULL DEFAULT 'received',
    "outcome" TEXT,
    "received_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    "handled_at" TIMESTAMPTZ(3),

    CONSTRAINT "webhook_events_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "users_email_key" ON "users"("email");

-- CreateIndex
CREATE INDEX "sessions_user_id_idx" ON "sessions"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "user_intents_astra_id_key" ON "user_intents"("astra_id");

-- CreateIndex
CREATE INDEX "user_intents_user_id_created_at_idx" ON "user_intents"("user_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "user_intents_user_id_submission_key_key" ON "user_intents"("user_id", "submission_key");

-- CreateIndex
CREATE INDEX "redirect_states_expires_at_idx" ON "redirect_states"("expires_at");

-- CreateIndex
CREATE UNIQUE INDEX "astra_connections_astra_user_id_key" ON "astra_connections"("astra_user_id");

-- CreateIndex
CREATE INDEX "astra_connections_refresh_expires_at_idx" ON "astra_connections"("refresh_expires_at");

-- CreateIndex
CREATE UNIQUE INDEX "cards_astra_id_key" ON "cards"("astra_id");

-- CreateIndex
CREATE INDEX "cards_user_id_created_at_idx" ON "cards"("user_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "payments_routine_astra_id_key" ON "payments"("routine_astra_id");

-- CreateIndex
CREATE INDEX "payments_user_id_created_at_idx" ON "payments"("user_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "payments_user_id_idempotency_key_key" ON "payments"("user_id", "idempotency_key");

-- CreateIndex
CREATE UNIQUE INDEX "payments_user_id_client_correlation_id_key" ON "payments"("user_id", "client_correlation_id");

-- CreateIndex
CREATE INDEX "routines_user_id_idx" ON "routines"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "transfers_astra_id_key" ON "transfers"("astra_id");

-- CreateIndex
CREATE INDEX "transfers_user_id_created_at_idx" ON "transfers"("user_id", "created_at");

-- CreateIndex
CREATE INDEX "transfers_routine_astra_id_idx" ON "transfers"("routine_astra_id");

-- CreateIndex
CREATE INDEX "webhook_events_status_received_at_idx" ON "webhook_events"("status", "received_at");

-- CreateIndex
CREATE INDEX "webhook_events_resource_id_idx" ON "webhook_events"("resource_id");

-- CreateIndex
CREATE UNIQUE INDEX "webhook_events_environment_webhook_id_key" ON "webhook_events"("environment", "webhook_id");

-- AddForeignKey
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "user_intents" ADD CONSTRAINT "user_intents_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "redirect_states" ADD CONSTRAINT "redirect_states_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "astra_connections" ADD CONSTRAINT "astra_connections_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cards" ADD CONSTRAINT "cards_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payments" ADD CONSTRAINT "payments_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payments" ADD CONSTRAINT "payments_source_card_id_fkey" FOREIGN KEY ("source_card_id") REFERENCES "cards"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payments" ADD CONSTRAINT "payments_destination_card_id_fkey" FOREIGN KEY ("destination_card_id") REFERENCES "cards"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "transfers" ADD CONSTRAINT "transfers_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "transfer_status_changes" ADD CONSTRAINT "transfer_status_changes_transfer_id_fkey" FOREIGN KEY ("transfer_id") REFERENCES "transfers"("id") ON DELETE CASCADE ON UPDATE CASCADE;
