-- AlterTable
ALTER TABLE "astra_connections" ADD COLUMN     "short_name" TEXT;
