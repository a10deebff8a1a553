-- CreateTable
CREATE TABLE "recurring_work" (
    "task" TEXT NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "recurring_work_pkey" PRIMARY KEY ("task")
);
