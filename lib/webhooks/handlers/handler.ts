import type { Transaction } from '@/lib/db/prisma';

/** What a handler is told. `userId` is whose resource it is in this app. */
export type Subject = { resourceId: string; userId: string };

/**
 * Looks at a resource at Astra and returns what to write. Asking and writing are apart because no
 * HTTP call may happen inside a database transaction; the events that led here are marked done in
 * the same transaction as the writing.
 *
 * The returned function answers with one sentence that says what it did.
 */
export type Handler = (subject: Subject) => Promise<(tx: Transaction) => Promise<string>>;
