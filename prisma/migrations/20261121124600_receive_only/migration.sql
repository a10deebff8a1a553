-- AlterTable
ALTER TABLE "astra_connections" ADD COLUMN     "kyc_type" TEXT;
