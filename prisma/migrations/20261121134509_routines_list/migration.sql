-- AlterEnum
ALTER TYPE "list_kind" ADD VALUE 'routines';
