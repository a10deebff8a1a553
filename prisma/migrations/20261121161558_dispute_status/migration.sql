-- AlterTable
ALTER TABLE "chargebacks" ADD COLUMN     "dispute_status" TEXT;
