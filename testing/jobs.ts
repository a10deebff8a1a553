import { runOnce } from 'graphile-worker';
import { db } from '@/lib/db/prisma';
import { endJobPool, openJobPool } from '@/lib/jobs/job-pool';
import { workerOptions } from '@/lib/jobs/worker';
import { showPresence } from '@/lib/jobs/worker-presence';

type JobRow = {
  key: string | null;
  payload: unknown;
  attempts: number;
  priority: number;
  task_identifier: string;
};

/** Does all work that is due, with the app's own tasks, and returns when none is left. */
export async function runJobs(): Promise<void> {
  do {
    const [pool, presence] = [openJobPool(), showPresence()];
    await runOnce(workerOptions(pool, presence));
    await endJobPool(pool);
    await presence.leave();
    // A worker passes over jobs that stand in line behind one whose end is just being written down.
  } while (await isAnyDue());
}

/** Whether a worker could take a job now: it is due, not taken, and first in its line. */
async function isAnyDue(): Promise<boolean> {
  const due = await db().$queryRaw<unknown[]>`
    SELECT FROM graphile_worker._private_jobs jobs
    LEFT JOIN graphile_worker._private_job_queues queues ON queues.id = jobs.job_queue_id
    WHERE jobs.is_available AND jobs.run_at <= now() AND queues.is_available IS NOT FALSE LIMIT 1`;
  return due.length > 0;
}

/** The jobs that are still to be done, or tried again. */
export async function jobs(task?: string): Promise<JobRow[]> {
  const all = await db().$queryRaw<JobRow[]>`
    SELECT jobs.key, private.payload, jobs.attempts, jobs.priority, jobs.task_identifier
    FROM graphile_worker.jobs JOIN graphile_worker._private_jobs private USING (id)
    WHERE jobs.attempts < jobs.max_attempts
    ORDER BY jobs.id`;
  return all.filter((job) => task === undefined || job.task_identifier === task);
}

/** Lets the time pass that waiting jobs wait for. */
export async function makeJobsDue(): Promise<void> {
  await db().$executeRaw`UPDATE graphile_worker._private_jobs SET run_at = clock_timestamp()`;
}

/** Lets the time pass in which Astra may still answer with what was, and for which jobs wait. */
export async function letLagPass(): Promise<void> {
  await db().$executeRaw`
    UPDATE webhook_events SET received_at = received_at - interval '1 minute'`;
  await db().$executeRaw`UPDATE found_changes SET found_at = found_at - interval '1 minute'`;
  await makeJobsDue();
}

/** Puts the waiting jobs before their last attempt, due at once. */
export async function skipToLastAttempt(): Promise<void> {
  await db().$executeRaw`
    UPDATE graphile_worker._private_jobs
    SET run_at = clock_timestamp(), attempts = max_attempts - 1`;
}

/**
 * Forgets all work, who stood in line for it, and when the recurring work was begun: the next worker
 * begins it.
 */
export async function forgetJobs(): Promise<void> {
  await db().$executeRaw`DELETE FROM graphile_worker._private_jobs`;
  await db().$executeRaw`DELETE FROM graphile_worker._private_job_queues`;
  await db().recurringWork.deleteMany();
}
