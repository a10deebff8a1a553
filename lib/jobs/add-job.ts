import 'server-only';
import type { Transaction } from '@/lib/db/prisma';
import { type TaskName, type TaskPayload, taskPayloads } from './tasks';

type JobOptions = {
  /** Jobs with one key are one job: a burst of events about a resource becomes one look at it. */
  key: string;
  /** Jobs of one queue run one after the other. */
  queue?: string;
  /** Not before this long from now (database time). */
  delayMs?: number;
  maxAttempts?: number;
};

/**
 * Adds background work inside the caller's transaction: the job exists exactly when what it is
 * about was committed. The worker is told at once.
 */
export async function addJob<Name extends TaskName>(
  tx: Transaction,
  name: Name,
  payload: TaskPayload<Name>,
  { key, queue, delayMs = 0, maxAttempts = 12 }: JobOptions,
): Promise<void> {
  const json = JSON.stringify(taskPayloads[name].parse(payload));
  await tx.$executeRaw`
    SELECT graphile_worker.add_job(
      ${name},
      payload := ${json}::json,
      queue_name := ${queue ?? null},
      run_at := clock_timestamp() + make_interval(secs => ${delayMs / 1000}),
      max_attempts := ${maxAttempts}::int,
      job_key := ${`${name}:${key}`}
    )`;
}
