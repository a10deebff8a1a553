import 'server-only';
import { setTimeout } from 'node:timers/promises';
import { db, type Transaction } from '@/lib/db/prisma';
import { env } from '@/lib/env';
import { addJobs } from '@/lib/jobs/add-job';
import { enqueueSyncs } from '@/lib/jobs/enqueue-sync';
import type { TaskName } from '@/lib/jobs/tasks';

const sweepEveryHours = 6;

/** Nobody's row is written for longer, but in a transaction that hangs. */
const patienceMs = 15_000;
const lookMs = 100;

type Person = { userId: string; astraUserId: string };

/** What is read of each person, by their id here. Their standing is read as well. */
const reads = [
  'sync_cards',
  'sync_accounts',
  'sync_routines',
  'sweep_transfers',
] as const satisfies readonly TaskName[];

/**
 * Has everything of the people whose turn it is read at Astra.
 *
 * A change that no event told of, or whose event was looked at when Astra still showed the old state,
 * leaves nothing open behind: a card that was flagged, a payment that was returned or disputed weeks
 * after it arrived, one that was made elsewhere. Only reading everything now and then finds it.
 *
 * Each person costs Astra some five calls, and one more for each hundred payments. A number of people
 * a minute bounds that (`SWEEPS_PER_MINUTE`), also when all are due at once after an outage: this takes
 * so many, those who have waited longest first, and only the work that recurs every minute calls it
 * (`lib/jobs/recur.ts`). These reads stand behind everything that somebody waits for, but for
 * that of their standing, which is one with what events ask for.
 */
export async function sweep(): Promise<void> {
  const giveUp = performance.now() + patienceMs;
  let left = env().SWEEPS_PER_MINUTE;
  for (;;) {
    left -= await sweepSome(left);
    // Somebody whose row is being written, as it is when their tokens are renewed, was passed over, and
    // would wait for the next minute.
    if (left <= 0 || performance.now() >= giveUp || !(await isAnyDue())) return;
    await setTimeout(lookMs);
  }
}

/** @returns how many people they were. */
async function sweepSome(most: number): Promise<number> {
  return db().$transaction(async (tx) => {
    const people = await claimPeople(tx, most);
    await enqueueSyncs(
      tx,
      people.map(({ astraUserId }) => ({ resource: 'user', resourceId: astraUserId, astraUserId })),
    );
    for (const task of reads) {
      await addJobs(
        tx,
        task,
        people.map(({ userId }) => ({
          payload: { userId },
          // A key of its own: one who opens a list now does not wait for the sweep.
          options: { key: `${userId}:sweep`, isPatient: true },
        })),
      );
    }
    return people.length;
  });
}

function claimPeople(tx: Transaction, most: number): Promise<Person[]> {
  // Materialized, because a plan that asks the inner query again would get beyond its limit.
  return tx.$queryRaw<Person[]>`
    WITH due (due_id) AS MATERIALIZED (
      SELECT user_id FROM astra_connections
      WHERE status = 'active' AND next_sweep_at <= clock_timestamp()
      ORDER BY next_sweep_at LIMIT ${most} FOR NO KEY UPDATE SKIP LOCKED)
    UPDATE astra_connections
    SET next_sweep_at = clock_timestamp() + make_interval(hours => ${sweepEveryHours}::int)
    FROM due WHERE user_id = due_id
    RETURNING user_id::text AS "userId", astra_user_id AS "astraUserId"`;
}

async function isAnyDue(): Promise<boolean> {
  const due = await db().$queryRaw<unknown[]>`
    SELECT FROM astra_connections
    WHERE status = 'active' AND next_sweep_at <= clock_timestamp() LIMIT 1`;
  return due.length > 0;
}
