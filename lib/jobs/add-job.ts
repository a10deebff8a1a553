import 'server-only';
import type { Transaction } from '@/lib/db/prisma';
import { jobLines, lineOf } from './line-of';
import { type TaskName, type TaskPayload, taskPayloads } from './tasks';

type JobOptions = {
  /** Jobs with one key are one job: a burst of events about a resource becomes one look at it. */
  key: string;
  /** What the job is about, if jobs about the same thing are to run one after the other. */
  inLineOf?: string;
  /** Not before this long from now (database time). */
  delayMs?: number;
  maxAttempts?: number;
  /** Whether everything else that is due goes first: nobody waits for this. */
  isPatient?: boolean;
};

/** The queue takes jobs with a smaller number first, and those with the same as they became due. */
export const priorities = { usual: 0, failedBefore: 5, patient: 10 } as const;

/** One job of {@link addJobs}. */
export type JobOf<Name extends TaskName> = { payload: TaskPayload<Name>; options: JobOptions };

/**
 * Adds background work inside the caller's transaction: the job exists exactly when what it is
 * about was committed. The worker is told at once.
 */
export async function addJob<Name extends TaskName>(
  tx: Transaction,
  name: Name,
  payload: TaskPayload<Name>,
  options: JobOptions,
): Promise<void> {
  await addJobs(tx, name, [{ payload, options }]);
}

/** The same for any number of jobs, whose keys all differ, in one statement: see {@link addJob}. */
export async function addJobs<Name extends TaskName>(
  tx: Transaction,
  name: Name,
  jobs: readonly JobOf<Name>[],
): Promise<void> {
  if (jobs.length === 0) return;
  const wanted = jobs.map((job) => wantedJob(name, job));
  await tx.$executeRaw`
    SELECT graphile_worker.add_jobs(ARRAY(
      SELECT (name, payload, queue,
        clock_timestamp() + make_interval(secs => delay_ms / 1000),
        max_attempts, key, priority, NULL::text[])::graphile_worker.job_spec
      FROM json_to_recordset(${JSON.stringify(wanted)}::json) AS wanted(
        name text, payload json, queue text, delay_ms float8, max_attempts smallint, key text,
        priority smallint)))`;
}

/** A job as SQL is told of it. The payload is checked here, before it is written anywhere. */
export function wantedJob<Name extends TaskName>(name: Name, { payload, options }: JobOf<Name>) {
  return {
    name,
    payload: taskPayloads[name].parse(payload),
    queue: options.inLineOf === undefined ? null : `sync:${lineOf(options.inLineOf, jobLines)}`,
    delay_ms: options.delayMs ?? 0,
    max_attempts: options.maxAttempts ?? 12,
    key: `${name}:${options.key}`,
    priority: options.isPatient ? priorities.patient : priorities.usual,
  };
}

/** See {@link wantedJob}. */
export type WantedJob = ReturnType<typeof wantedJob>;
