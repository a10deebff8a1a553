import 'server-only';
import type { ClientBase } from 'pg';
import { z } from 'zod';
import { log } from '@/lib/log/logger';

/** Tells the locks of workers from all other advisory locks of this database. */
export const presenceClass = 1_465_011_794;

/** Fewer could fall into the moment in which a living worker makes its connection anew. */
const looksInVain = 3;

/** That no session holds the lock that the worker of this name holds while it lives. */
const isAbsent = `NOT EXISTS (
  SELECT 1 FROM pg_locks
  WHERE locktype = 'advisory' AND granted AND classid = ${presenceClass} AND objsubid = 2
    AND objid = hashtext(id)::oid
    AND database = (SELECT oid FROM pg_database WHERE datname = current_database()))`;

/** The jobs that are given out. All there are must be gone over, so once for each look. */
const held = `
  held AS MATERIALIZED (
    SELECT id, locked_by, job_queue_id FROM graphile_worker._private_jobs
    WHERE locked_at IS NOT NULL),
  idle AS (
    SELECT id, locked_at FROM graphile_worker._private_job_queues AS line
    WHERE locked_at IS NOT NULL AND NOT EXISTS (SELECT FROM held WHERE job_queue_id = line.id))`;

const find = `
  WITH ${held}
  SELECT 'absent worker' AS what, id
  FROM (SELECT DISTINCT locked_by AS id FROM held) AS holders WHERE ${isAbsent}
  UNION ALL SELECT 'own job', id::text FROM held WHERE locked_by = $1
  UNION ALL SELECT 'idle line', id::text FROM idle`;

const found = z.array(
  z.object({ what: z.enum(['absent worker', 'own job', 'idle line']), id: z.string() }),
);

const release = `
  SELECT graphile_worker.force_unlock_workers(ARRAY(
    SELECT id FROM unnest($1::text[]) AS gone (id) WHERE ${isAbsent}))`;

/** As if it had not been given out: that was no attempt. */
const giveBack = `
  UPDATE graphile_worker._private_jobs
  SET locked_by = NULL, locked_at = NULL, attempts = greatest(0, attempts - 1)
  WHERE locked_by = $1 AND id = ANY ($2::bigint[])`;

/** Who gives a line out, or back, at this moment is not waited for. */
const freeLines = `
  WITH ${held},
  free AS MATERIALIZED (
    SELECT line.id FROM graphile_worker._private_job_queues AS line
    JOIN idle USING (id, locked_at) FOR UPDATE OF line SKIP LOCKED)
  UPDATE graphile_worker._private_job_queues AS line SET locked_by = NULL, locked_at = NULL
  FROM free WHERE line.id = free.id`;

/** A worker, as the queue knows it. */
export type Self = {
  id: string;
  /** The ids of the jobs that it works on. */
  works: ReadonlySet<string>;
  /**
   * The ids of those that it has done. The queue writes down the end of a job after it has told of it,
   * and may take minutes for that when the database was away. A look forgets those whose end is written.
   */
  ended: Set<string>;
};

/**
 * Watches over what the queue has given out.
 *
 * @returns a look, to be taken again and again. It gives back:
 * - the jobs of each worker that this and the two looks before it have found absent.
 * - the jobs that the queue believes this worker to do, and it never heard of: the way to the database
 *   broke in the moment in which it got them.
 * - lines for which no job is given out. Two workers may do one job, when the first only seemed dead;
 *   the end that comes second finds no job, and the queue then leaves the line as it is. Should one of
 *   the two still be at it, what stands in line behind it may be looked at beside it, which no look minds.
 */
export function createWatch(client: ClientBase, self: Self): () => Promise<void> {
  const [absent, forgotten] = [countLooks(), countLooks()];
  return async () => {
    const endedBefore = [...self.ended];
    const rows = found.parse((await client.query(find, [self.id])).rows);
    const idsOf = (wanted: string) => rows.flatMap(({ what, id }) => (what === wanted ? [id] : []));

    const gone = absent(idsOf('absent worker'));
    if (gone.length > 0) {
      await client.query(release, [gone]);
      log().warn({ workers: gone }, 'these workers died, and their jobs are taken up by others');
    }

    const own = new Set(idsOf('own job'));
    for (const id of endedBefore) if (!own.has(id)) self.ended.delete(id);
    const left = forgotten([...own].filter((id) => !self.works.has(id) && !self.ended.has(id)));
    if (left.length > 0) {
      await client.query(giveBack, [self.id, left]);
      log().warn({ jobs: left }, 'this worker was given these jobs and never heard of them');
    }

    // With what was given back, its line is idle too.
    if (left.length + idsOf('idle line').length > 0) await client.query(freeLines);
  };
}

/** @returns what tells, of what was found now, what was found by this look and those before it. */
function countLooks(): (ids: readonly string[]) => string[] {
  let inVain = new Map<string, number>();
  return (ids) => {
    inVain = new Map(ids.map((id) => [id, (inVain.get(id) ?? 0) + 1]));
    return [...inVain].filter(([, looks]) => looks >= looksInVain).map(([id]) => id);
  };
}
