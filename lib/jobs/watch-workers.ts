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

/**
 * What is taken back gets a new number. Whoever still comes to end it, by the old one, ends nothing:
 * somebody may have asked for the same work anew, which the queue writes into a row that nobody holds.
 */
export const takeBack = `
  UPDATE graphile_worker._private_jobs SET id = DEFAULT, locked_by = NULL, locked_at = NULL`;

const takeFromAbsent = `
  ${takeBack} WHERE locked_by IN (
    SELECT id FROM unnest($1::text[]) AS gone (id) WHERE ${isAbsent})`;

/** As if they had not been given out: that was no attempt. */
const takeForgotten = `
  ${takeBack}, attempts = greatest(0, attempts - 1)
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
};

/**
 * Watches over what the queue has given out.
 *
 * @returns a look, to be taken again and again. It takes back what this and the two looks before it have
 * found:
 * - the jobs of each worker that is absent.
 * - the jobs that the queue believes this worker to do, and it does not: the way to the database broke
 *   in the moment in which it got them, or the database crashed and lost the end of them. Some may have
 *   an end that is still being written, and are done twice, which no job minds.
 *
 * It also frees lines for which no job is given out: of what it took back, and where two workers did one
 * job. The end that comes second finds no job then, and the queue leaves the line as it is. Should one of
 * the two still be at it, what stands in line behind it may be looked at beside it, which no look minds.
 */
export function createWatch(client: ClientBase, self: Self): () => Promise<void> {
  const [absent, forgotten] = [countLooks(), countLooks()];
  return async () => {
    const rows = found.parse((await client.query(find, [self.id])).rows);
    const idsOf = (wanted: string) => rows.flatMap(({ what, id }) => (what === wanted ? [id] : []));

    const gone = absent(idsOf('absent worker'));
    if (gone.length > 0) {
      await client.query(takeFromAbsent, [gone]);
      log().warn({ workers: gone }, 'these workers died, and their jobs are taken up by others');
    }

    const left = forgotten(idsOf('own job').filter((id) => !self.works.has(id)));
    if (left.length > 0) {
      await client.query(takeForgotten, [self.id, left]);
      log().warn({ jobs: left }, 'this worker does not do these jobs, which it was given');
    }

    if (gone.length + left.length + idsOf('idle line').length > 0) await client.query(freeLines);
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
