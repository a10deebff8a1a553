import 'server-only';
import { db } from '@/lib/db/prisma';
import { log } from '@/lib/log/logger';
import { priorities } from './add-job';

/**
 * Lets a job that has failed stand behind those that have not, so that what always fails delays
 * nobody: its next attempts fill only the time that is left. When the same work is asked for anew, it
 * stands among the others again.
 *
 * Called by the worker that holds the job. The queue has no function that changes a job that is held,
 * so its table is written; should that fail, the job is tried again all the same, only sooner.
 */
export async function stepBack(jobId: string): Promise<void> {
  try {
    await db().$executeRaw`
      UPDATE graphile_worker._private_jobs
      SET priority = greatest(priority, ${priorities.failedBefore}::smallint)
      WHERE id = ${jobId}::bigint`;
  } catch (error) {
    log().warn({ err: error, jobId }, 'a job that failed kept its place');
  }
}
