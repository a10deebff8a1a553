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
 * The returned function answers with one sentence that says what it did.
 */
export type Handler = (subject: Subject) => Promise<(tx: Transaction) => Promise<string>>;

/** How what a look has seen is written, together with a found change when it is news. */
export type Write = {
  /** Inside a transaction that goes on with the events. See {@link Handler}. */
  within: (tx: Transaction) => Promise<string>;
  /**
   * With the end of these events and nothing else, which is quicker. When there is more to do it
   * writes nothing, and returns false.
   */
  alone?: (eventIds: string[]) => Promise<boolean>;
};
