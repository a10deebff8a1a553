import 'server-only';
import type { ClientBase } from 'pg';
import { z } from 'zod';
import { log } from '@/lib/log/logger';

/** Tells the locks of workers from all other advisory locks of this database. */
export const presenceClass = 1_465_011_794;

/** Fewer could fall into the moment in which a living worker makes its connection anew. */
const looksInVain = 3;

const ids = z.array(z.object({ id: z.string() }));

/** That no session holds the lock that the worker of this name holds while it lives. */
const isAbsent = `NOT EXISTS (
  SELECT 1 FROM pg_locks
  WHERE locktype = 'advisory' AND granted AND classid = ${presenceClass} AND objsubid = 2
    AND objid = hashtext(id)::oid
    AND database = (SELECT oid FROM pg_database WHERE datname = current_database()))`;

const findAbsent = `
  SELECT id FROM (SELECT DISTINCT locked_by AS id FROM graphile_worker.jobs) AS holders
  WHERE id IS NOT NULL AND ${isAbsent}`;

const release = `
  SELECT graphile_worker.force_unlock_workers(ARRAY(
    SELECT id FROM unnest($1::text[]) AS gone (id) WHERE ${isAbsent}))`;

const findForgotten = `
  SELECT id::text FROM graphile_worker._private_jobs
  WHERE locked_by = $1 AND id <> ALL ($2::bigint[])`;

const giveBack = `
  UPDATE graphile_worker._private_jobs SET locked_by = NULL, locked_at = NULL
  WHERE locked_by = $1 AND id = ANY ($2::bigint[])`;

const freeLines = `
  WITH held AS MATERIALIZED (
    SELECT id, locked_at FROM graphile_worker._private_job_queues AS line
    WHERE locked_at IS NOT NULL AND NOT EXISTS (
      SELECT FROM graphile_worker._private_jobs
      WHERE job_queue_id = line.id AND locked_at IS NOT NULL))
  UPDATE graphile_worker._private_job_queues AS line SET locked_by = NULL, locked_at = NULL
  FROM held WHERE line.id = held.id AND line.locked_at = held.locked_at`;

/** A worker, as the queue knows it. */
export type Self = {
  id: string;
  /** The ids of the jobs that it works on. */
  works: ReadonlySet<string>;
};

/**
 * Watches over what the queue has given out.
 *
 * @returns a look, to be taken again and again. It gives back:
 * - the jobs of each worker that this and the two looks before it have found absent.
 * - the jobs that the queue believes this worker to do, and it does not. It never heard that it got
 *   them, or the end of them was lost, because the database or the way to it broke in that moment.
 * - lines in which no job is done. Two workers may do one job, when the first only seemed dead; the
 *   end that comes second finds no job, and the queue then leaves the line as it is.
 */
export function createWatch(client: ClientBase, { id: self, works }: Self): () => Promise<void> {
  const [absent, forgotten] = [countLooks(), countLooks()];
  const find = async (statement: string, values: unknown[] = []) =>
    ids.parse((await client.query(statement, values)).rows).map(({ id }) => id);
  return async () => {
    const gone = absent(await find(findAbsent));
    if (gone.length > 0) {
      await client.query(release, [gone]);
      log().warn({ workers: gone }, 'these workers died, and their jobs are taken up by others');
    }
    const left = forgotten(await find(findForgotten, [self, [...works]]));
    if (left.length > 0) {
      await client.query(giveBack, [self, left]);
      log().warn({ jobs: left }, 'this worker does not do these jobs that it was given');
    }
    await client.query(freeLines);
  };
}

/** @returns what tells, of what was found now, what was found by this look and those before it. */
function countLooks(): (found: readonly string[]) => string[] {
  let inVain = new Map<string, number>();
  return (found) => {
    inVain = new Map(found.map((id) => [id, (inVain.get(id) ?? 0) + 1]));
    return [...inVain].filter(([, looks]) => looks >= looksInVain).map(([id]) => id);
  };
}
