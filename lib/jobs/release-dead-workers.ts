import 'server-only';
import { db } from '@/lib/db/prisma';

/** No job of ours takes nearly as long, so whoever holds one for longer does not work on it. */
const longestJobMinutes = 10;

/**
 * Takes back the jobs of workers that hang, or that died without their connection being seen to end:
 * all others are found within seconds (`watch-workers.ts`). The queue does so by itself, but only
 * after four hours. Should such a worker only have slept, its job is done twice, which no job minds.
 */
export async function releaseDeadWorkers(): Promise<void> {
  await db().$executeRaw`
    SELECT graphile_worker.force_unlock_workers(ARRAY(
      SELECT locked_by FROM graphile_worker.jobs
      WHERE locked_at < clock_timestamp() - make_interval(mins => ${longestJobMinutes})))`;
}
