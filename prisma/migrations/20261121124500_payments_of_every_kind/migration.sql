-- CreateEnum
CREATE TYPE "payment_direction" AS ENUM ('card_to_card', 'card_to_account', 'account_to_card', 'account_to_account', 'book');

-- CreateEnum
CREATE TYPE "payment_end_kind" AS ENUM ('card', 'account', 'payment_instrument');

-- AlterTable
ALTER TABLE "users" ADD COLUMN     "receiving_account_id" UUID,
ADD COLUMN     "receiving_card_id" UUID;

-- AlterTable
ALTER TABLE "payments" ADD COLUMN     "astra_fee_cents" BIGINT,
ADD COLUMN     "customer_fee_cents" BIGINT,
ADD COLUMN     "destination_astra_id" TEXT,
ADD COLUMN     "destination_astra_user_id" TEXT,
ADD COLUMN     "destination_kind" "payment_end_kind",
ADD COLUMN     "destination_label" TEXT,
ADD COLUMN     "direction" "payment_direction",
ADD COLUMN     "operator_id" UUID,
ADD COLUMN     "order_hash" TEXT,
ADD COLUMN     "pull_cents" BIGINT,
ADD COLUMN     "push_cents" BIGINT,
ADD COLUMN     "recipient_id" UUID,
ADD COLUMN     "routine_type" TEXT NOT NULL DEFAULT 'one-time',
ADD COLUMN     "source_astra_id" TEXT,
ADD COLUMN     "source_kind" "payment_end_kind",
ADD COLUMN     "source_label" TEXT,
ADD COLUMN     "terms" JSONB NOT NULL DEFAULT '{}',
ALTER COLUMN "amount_cents" DROP NOT NULL;

-- Until now every payment went from one of a person's cards to another.
UPDATE "payments" SET
  "direction" = 'card_to_card', "source_kind" = 'card', "destination_kind" = 'card',
  "source_astra_id" = source."astra_id", "destination_astra_id" = destination."astra_id",
  -- As cardLabel in lib/payments/ends/end-label.ts names cards.
  "source_label" = concat_ws(' ', CASE lower(trim(source."brand"))
    WHEN 'visa' THEN 'Visa' WHEN 'mastercard' THEN 'Mastercard' WHEN 'discover' THEN 'Discover'
    WHEN 'amex' THEN 'American Express'
    ELSE coalesce(nullif(trim(source."brand"), ''), 'Card') END,
    'ending in', coalesce(source."last_four", '····')),
  "destination_label" = concat_ws(' ', CASE lower(trim(destination."brand"))
    WHEN 'visa' THEN 'Visa' WHEN 'mastercard' THEN 'Mastercard' WHEN 'discover' THEN 'Discover'
    WHEN 'amex' THEN 'American Express'
    ELSE coalesce(nullif(trim(destination."brand"), ''), 'Card') END,
    'ending in', coalesce(destination."last_four", '····')),
  -- Whoever has no connection left is known to Astra by no id that we still have.
  "destination_astra_user_id" = coalesce(
    (SELECT "astra_user_id" FROM "astra_connections" WHERE "user_id" = "payments"."user_id"), ''),
  -- What was confirmed then cannot be told any more, so those forms are refused when sent again.
  "order_hash" = 'unknown'
FROM "cards" source, "cards" destination
WHERE source."id" = "payments"."source_card_id"
  AND destination."id" = "payments"."destination_card_id";

-- AlterTable
ALTER TABLE "payments" ALTER COLUMN "destination_astra_id" SET NOT NULL,
ALTER COLUMN "destination_astra_user_id" SET NOT NULL,
ALTER COLUMN "destination_kind" SET NOT NULL,
ALTER COLUMN "destination_label" SET NOT NULL,
ALTER COLUMN "direction" SET NOT NULL,
ALTER COLUMN "order_hash" SET NOT NULL,
ALTER COLUMN "source_astra_id" SET NOT NULL,
ALTER COLUMN "source_kind" SET NOT NULL,
ALTER COLUMN "source_label" SET NOT NULL;

-- DropForeignKey
ALTER TABLE "payments" DROP CONSTRAINT "payments_source_card_id_fkey";

-- DropForeignKey
ALTER TABLE "payments" DROP CONSTRAINT "payments_destination_card_id_fkey";

-- AlterTable
ALTER TABLE "payments" DROP COLUMN "destination_card_id",
DROP COLUMN "source_card_id";

-- AlterTable
ALTER TABLE "routines" ADD COLUMN     "active" BOOLEAN,
ADD COLUMN     "astra_created_at" TIMESTAMPTZ(3),
ADD COLUMN     "destination_astra_user_id" TEXT,
ADD COLUMN     "frequency" TEXT,
ADD COLUMN     "removed_at" TIMESTAMPTZ(3),
ADD COLUMN     "speed" TEXT,
ADD COLUMN     "start_date" TEXT,
ADD COLUMN     "terms" JSONB NOT NULL DEFAULT '{}';

-- AlterTable
ALTER TABLE "transfers" ADD COLUMN     "client_correlation_id" TEXT,
ADD COLUMN     "destination_astra_user_id" TEXT,
ADD COLUMN     "payment_type" TEXT,
ADD COLUMN     "routine_type" TEXT,
ADD COLUMN     "settlement_reason" TEXT;

-- CreateTable
CREATE TABLE "payment_drafts" (
    "user_id" UUID NOT NULL,
    "key" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "order" JSONB NOT NULL,
    "preview" JSONB,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "payment_drafts_pkey" PRIMARY KEY ("user_id","key")
);

-- CreateTable
CREATE TABLE "chargebacks" (
    "id" TEXT NOT NULL,
    "transfer_id" UUID NOT NULL,
    "action_status" TEXT,
    "exception_code" TEXT,
    "exception_type" TEXT,
    "exception_description" TEXT,
    "amount_cents" BIGINT,
    "opened_at" TIMESTAMPTZ(3),
    "status_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "chargebacks_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "impossible_changes" (
    "id" UUID NOT NULL,
    "resource" TEXT NOT NULL,
    "astra_id" TEXT NOT NULL,
    "user_id" UUID NOT NULL,
    "known" TEXT NOT NULL,
    "shown" TEXT NOT NULL,
    "seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "impossible_changes_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_events" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "actor_id" UUID,
    "correlation_id" TEXT,
    "action" TEXT NOT NULL,
    "detail" TEXT NOT NULL,
    "astra_request_id" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "audit_events_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "payment_drafts_created_at_idx" ON "payment_drafts"("created_at");

-- CreateIndex
CREATE INDEX "chargebacks_transfer_id_idx" ON "chargebacks"("transfer_id");

-- CreateIndex
CREATE INDEX "impossible_changes_seen_at_idx" ON "impossible_changes"("seen_at");

-- CreateIndex
CREATE UNIQUE INDEX "impossible_changes_astra_id_known_shown_key" ON "impossible_changes"("astra_id", "known", "shown");

-- CreateIndex
CREATE INDEX "audit_events_user_id_correlation_id_at_idx" ON "audit_events"("user_id", "correlation_id", "at");

-- CreateIndex
CREATE INDEX "payments_recipient_id_created_at_idx" ON "payments"("recipient_id", "created_at");

-- AddForeignKey
ALTER TABLE "payment_drafts" ADD CONSTRAINT "payment_drafts_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "chargebacks" ADD CONSTRAINT "chargebacks_transfer_id_fkey" FOREIGN KEY ("transfer_id") REFERENCES "transfers"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "audit_events" ADD CONSTRAINT "audit_events_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;
