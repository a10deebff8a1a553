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

/** A line may be held for a job that somebody has deleted since. */
const findAbsent = `
  SELECT id FROM (
    SELECT locked_by AS id FROM graphile_worker.jobs
    UNION SELECT locked_by FROM graphile_worker._private_job_queues) AS holders
  WHERE id IS NOT NULL AND ${isAbsent}`;

const release = `
  SELECT graphile_worker.force_unlock_workers(ARRAY(
    SELECT id FROM unnest($1::text[]) AS gone (id) WHERE ${isAbsent}))`;

/**
 * Watches over the workers that hold jobs.
 *
 * @returns a look, to be taken again and again. It gives back the jobs of each worker that this
 * and the two looks before it have found absent.
 */
export function createWatch(client: ClientBase): () => Promise<void> {
  let inVain = new Map<string, number>();
  return async () => {
    const { rows } = await client.query(findAbsent);
    inVain = new Map(ids.parse(rows).map(({ id }) => [id, (inVain.get(id) ?? 0) + 1]));
    const gone = [...inVain].filter(([, looks]) => looks >= looksInVain).map(([id]) => id);
    if (gone.length === 0) return;
    await client.query(release, [gone]);
    log().warn({ workers: gone }, 'these workers died, and their jobs are taken up by others');
  };
}
