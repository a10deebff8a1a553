-- CreateEnum
CREATE TYPE "account_origin" AS ENUM ('astra_pages', 'numbers', 'bank_link');

-- CreateEnum
CREATE TYPE "list_kind" AS ENUM ('cards', 'accounts');

-- AlterEnum
-- This migration adds more than one value to an enum.
-- With PostgreSQL versions 11 and earlier, this is not possible
-- in a single migration. This can be worked around by creating
-- multiple migrations, each migration adding only one value to
-- the enum.


ALTER TYPE "hosted_purpose" ADD VALUE 'verify_card';
ALTER TYPE "hosted_purpose" ADD VALUE 'link_account';

-- AlterTable
ALTER TABLE "astra_connections" ADD COLUMN     "account_to_card_eligible" BOOLEAN,
ADD COLUMN     "capabilities_at" TIMESTAMPTZ(3),
ADD COLUMN     "card_transfers_per_day" INTEGER,
ADD COLUMN     "max_settlement_speed" TEXT;

-- AlterTable
ALTER TABLE "cards" ADD COLUMN     "issuer_card_id" TEXT,
ADD COLUMN     "review_reasons" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "review_status" TEXT;

-- CreateTable
CREATE TABLE "accounts" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "astra_id" TEXT NOT NULL,
    "name" TEXT,
    "institution_name" TEXT,
    "mask" TEXT,
    "subtype" TEXT,
    "origin" "account_origin" NOT NULL DEFAULT 'astra_pages',
    "connection_status" TEXT NOT NULL,
    "current_balance_cents" BIGINT,
    "available_balance_cents" BIGINT,
    "balance_at" TIMESTAMPTZ(3),
    "removed_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "accounts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "held_balances" (
    "account_id" UUID NOT NULL,
    "available_cents" BIGINT NOT NULL,
    "current_cents" BIGINT NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "held_balances_pkey" PRIMARY KEY ("account_id")
);

-- CreateTable
CREATE TABLE "list_reads" (
    "user_id" UUID NOT NULL,
    "list" "list_kind" NOT NULL,
    "read_at" TIMESTAMPTZ(3),
    "failed_at" TIMESTAMPTZ(3),

    CONSTRAINT "list_reads_pkey" PRIMARY KEY ("user_id","list")
);

-- CreateIndex
CREATE UNIQUE INDEX "accounts_astra_id_key" ON "accounts"("astra_id");

-- CreateIndex
CREATE INDEX "accounts_user_id_created_at_idx" ON "accounts"("user_id", "created_at");

-- AddForeignKey
ALTER TABLE "accounts" ADD CONSTRAINT "accounts_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "held_balances" ADD CONSTRAINT "held_balances_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "list_reads" ADD CONSTRAINT "list_reads_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;
