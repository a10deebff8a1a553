import 'server-only';
import type { Transaction } from '@/lib/db/prisma';

/** The PostgreSQL channel that every app process listens on. */
export const liveChannel = 'live';

/**
 * Tells this person's open pages, on whichever process they are connected to, that something of
 * theirs changed. Sent when the transaction commits, never before. It carries no data: the page
 * asks for its new state with its own session.
 */
export async function notifyUser(tx: Transaction, userId: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_notify(${liveChannel}, ${JSON.stringify({ userId })})`;
}

/** The same for the owners of all these transfers that are known here, by Astra's ids. */
export async function notifyOwnersOf(tx: Transaction, transferAstraIds: string[]): Promise<void> {
  await tx.$executeRaw`
    SELECT pg_notify(${liveChannel}, json_build_object('userId', user_id)::text)
    FROM (SELECT DISTINCT user_id FROM transfers WHERE astra_id = ANY(${transferAstraIds})) owners`;
}

/** Ends the open streams of one session of this person. Their other browsers stay as they are. */
export async function notifySignedOut(
  tx: Transaction,
  userId: string,
  sessionHash: string,
): Promise<void> {
  const message = JSON.stringify({ userId, endedSession: sessionHash });
  await tx.$executeRaw`SELECT pg_notify(${liveChannel}, ${message})`;
}
