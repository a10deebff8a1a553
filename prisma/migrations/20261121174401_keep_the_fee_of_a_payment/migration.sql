-- AlterTable
ALTER TABLE "payments" ADD COLUMN     "fee_percent" DOUBLE PRECISION;
