import 'server-only';
import { db } from '@/lib/db/prisma';
import type { TaskName } from '../tasks';

/** Work that reads at Astra, and what begins it. */
export const readTasks = [
  'reconcile',
  'sweep',
  'sync_resource',
  'sync_cards',
  'sync_accounts',
  'sync_routines',
  'sync_capabilities',
  'sync_transfers',
  'sweep_transfers',
  'settle_payment',
  'settle_hand_over',
] as const satisfies readonly TaskName[];

/** After so many attempts, some ten seconds apart in all, a read has failed. It is tried again later. */
const mostAttempts = 3;

type Reads = {
  /** How many are taken, wait for their turn, or for another attempt soon. */
  underWay: number;
  failed: { task: string; count: number; lastError: string }[];
};

/**
 * How the reads stand that were asked for between these moments (database time), by whomever. What
 * was asked for later does not count, so that whoever waits for the others is not kept by what goes
 * on and on; neither does what is to be read only at a later time.
 */
export async function findReads(since: Date, by: Date): Promise<Reads> {
  const rows = await db().$queryRaw<
    { task: string; isFailed: boolean; count: number; lastError: string }[]
  >`
    SELECT task_identifier AS task, is_failed AS "isFailed", count(*)::int AS count,
      coalesce(max(last_error), '') AS "lastError"
    FROM graphile_worker.jobs, LATERAL (
      SELECT locked_at IS NULL AND attempts >= least(${mostAttempts}::int, max_attempts)
    ) AS state (is_failed)
    WHERE task_identifier = ANY(${[...readTasks]}) AND updated_at BETWEEN ${since} AND ${by}
      AND (attempts > 0 OR locked_at IS NOT NULL OR run_at <= clock_timestamp())
      -- One without a key has been taken the place of, by a newer one that is on this list.
      AND NOT (is_failed AND key IS NULL)
    GROUP BY task, is_failed ORDER BY task`;
  return {
    underWay: rows.reduce((sum, { isFailed, count }) => (isFailed ? sum : sum + count), 0),
    failed: rows.flatMap(({ isFailed, ...read }) => (isFailed ? [read] : [])),
  };
}
