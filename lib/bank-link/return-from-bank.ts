import 'server-only';
import { db } from '@/lib/db/prisma';
import { addJob } from '@/lib/jobs/add-job';
import { hashState } from './trip-secrets';

/**
 * After so many attempts a trip is given up. They take half an hour, and what Plaid hands out at
 * the end of a trip lasts no longer.
 */
const maxAttempts = 8;

/**
 * Notes that a person came back from the bank, and has the worker find out how it went: that takes
 * several calls, and must not depend on a page that stays open. Coming back again starts nothing.
 *
 * @param state as it came back; anybody can call the address with anything.
 * @returns the trip, or null when it is unknown, too old, or somebody else's.
 */
export async function returnFromBank(userId: string, state: string): Promise<string | null> {
  return db().$transaction(async (tx) => {
    const [session] = await tx.$queryRaw<{ id: string; isOver: boolean }[]>`
      UPDATE bank_link_sessions SET returned_at = coalesce(returned_at, clock_timestamp())
      WHERE state_hash = ${hashState(state)} AND user_id = ${userId}::uuid
        AND (returned_at IS NOT NULL OR expires_at > clock_timestamp())
      RETURNING id, finished_at IS NOT NULL AS "isOver"`;
    if (!session) return null;
    const { id, isOver } = session;
    const job = { key: id, inLineOf: `bank_link:${id}`, maxAttempts };
    if (!isOver) await addJob(tx, 'finish_bank_link', { sessionId: id }, job);
    return id;
  });
}
