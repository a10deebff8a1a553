import type { Transaction } from '@/lib/db/prisma';

/** What a handler is told. */
export type Subject = {
  resourceId: string;
  /** Whose resource it is in this app. */
  userId: string;
  /** Whether an event had asked for the look; otherwise left out. */
  wasTold?: boolean;
};

/**
 * Looks at a resource at Astra and returns what to write. Asking and writing are apart because no
 * HTTP call may happen inside a database transaction; the events that led here are marked done in
 * the same transaction as the writing.
 *
 * The returned function answers with one sentence that says what it did. When that changed how the
 * resource stands, it writes a found change beside it.
 */
export type Handler = (subject: Subject) => Promise<(tx: Transaction) => Promise<string>>;
