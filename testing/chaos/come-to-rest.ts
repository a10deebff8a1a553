import { db } from '@/lib/db/prisma';
import { addJob } from '@/lib/jobs/add-job';
import type { Emulator } from '../astra/emulator';
import { moveTime } from '../astra/timeline';
import { until } from '../until';

/** After this long a job is taken from a worker that says nothing any more. */
const stepSeconds = 11 * 60;
/** A job that fails each time is tried for less than this many steps. */
const mostSteps = 40;
const patienceMs = 120_000;

/**
 * Lets time pass, and the work be done that becomes due, until nothing is left to be done.
 *
 * @throws Error when there still is something after hours.
 */
export async function comeToRest(emulator: Emulator): Promise<void> {
  for (let step = 0; step < mostSteps; step += 1) {
    await untilDone();
    if (await isAtRest()) return;
    await moveTime(emulator, stepSeconds);
    await reconcileNow();
  }
  throw new Error(
    `There is still something to do after ${mostSteps} steps: ${await sayWhatIsLeft()}`,
  );
}

/** What the minute does that has come with the time. */
export async function reconcileNow(): Promise<void> {
  for (const task of ['reconcile', 'sweep'] as const)
    await db().$transaction((tx) => addJob(tx, task, {}, { key: 'now' }));
}

/** Waits until all that is due is done, or held by a worker that died. */
export function untilDone(): Promise<boolean> {
  return until('the work that is due', async () => (await countDue()) === 0, patienceMs, 50);
}

/** A worker is sure to have died when it has held a job for this long. */
const longestJobSeconds = 40;

async function countDue(): Promise<number> {
  const [due] = await db().$queryRaw<{ count: bigint }[]>`
    SELECT count(*) FROM graphile_worker._private_jobs jobs
    LEFT JOIN graphile_worker._private_job_queues queues ON queues.id = jobs.job_queue_id
    WHERE jobs.run_at <= clock_timestamp() AND jobs.attempts < jobs.max_attempts
      AND coalesce(jobs.locked_at, queues.locked_at, clock_timestamp())
        > clock_timestamp() - make_interval(secs => ${longestJobSeconds})`;
  return Number(due?.count ?? 0);
}

/** Whether nothing waits: no work, no event, no payment, and nobody whose turn it is to be read. */
async function isAtRest(): Promise<boolean> {
  return (await whatIsLeft()).length === 0;
}

/** For a report: each piece of work, and why it waits. */
export async function sayWhatIsLeft(): Promise<string> {
  return JSON.stringify(await whatIsLeft());
}

function whatIsLeft() {
  return db().$queryRaw<{ what: string; why: string }[]>`
    SELECT 'job' AS what, concat_ws(' ', key, attempts, last_error) AS why
      FROM graphile_worker.jobs WHERE attempts < max_attempts
    UNION ALL
    SELECT 'event', concat_ws(' ', webhook_type, resource_id, outcome)
      FROM webhook_events WHERE status = 'received'
    UNION ALL
    SELECT 'payment', concat_ws(' ', id, status)
      FROM payments WHERE status IN ('sending', 'unknown')
    UNION ALL
    SELECT 'sweep', user_id::text
      FROM astra_connections WHERE status = 'active' AND next_sweep_at <= clock_timestamp()
    LIMIT 20`;
}
