import 'server-only';
import { Prisma } from '@/lib/db/generated/client';
import { db } from '@/lib/db/prisma';
import { takeBack } from './watch-workers';

/** No job of ours takes nearly as long, so whoever holds one for longer does not work on it. */
const longestJobMinutes = 10;

/**
 * Takes back the jobs of workers that hang, or that died without their connection being seen to end:
 * all others are found within seconds (`watch-workers.ts`). The queue does so by itself, but only
 * after four hours. Should such a worker only have slept, its job is done twice, which no job minds.
 * Their lines are freed by whoever watches.
 */
export async function releaseDeadWorkers(): Promise<void> {
  await db().$executeRaw`
    ${Prisma.raw(takeBack)} WHERE locked_by IN (
      SELECT locked_by FROM graphile_worker._private_jobs
      WHERE locked_at < clock_timestamp() - make_interval(mins => ${longestJobMinutes}))`;
}
