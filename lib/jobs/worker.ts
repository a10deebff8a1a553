import 'server-only';
import {
  type JobHelpers,
  parseCrontab,
  type Runner,
  type RunnerOptions,
  run,
  type TaskList,
} from 'graphile-worker';
import { env } from '@/lib/env';
import { log } from '@/lib/log/logger';
import { taskHandlers } from './task-handlers';
import { type TaskName, taskPayloads } from './tasks';
import { workerLogger } from './worker-logger';

/** When the recurring work is due, in UTC. */
const crontab = `
* * * * * reconcile ?jobKey=reconcile&max=3
*/10 * * * * refresh_due_connections ?jobKey=refresh_due_connections&max=3
23 3 * * * clean_up ?jobKey=clean_up&max=3
`;

/**
 * Starts working on jobs. Any number of workers may run; each job is taken by one of them, and a
 * job whose worker died is taken again.
 */
export async function startWorker(): Promise<Runner> {
  return run({ ...workerOptions(), parsedCronItems: parseCrontab(crontab) });
}

/** How every worker works, whether it stays or ends with the last job that is due. */
export function workerOptions(): RunnerOptions {
  return {
    connectionString: env().DATABASE_URL,
    concurrency: 5,
    maxPoolSize: 7,
    noHandleSignals: true,
    pollInterval: 1000,
    logger: workerLogger,
    taskList: taskList(),
  };
}

function taskList(): TaskList {
  const names = Object.keys(taskPayloads) as TaskName[];
  return Object.fromEntries(names.map((name) => [name, taskOf(name)]));
}

/** Jobs come from the database, so their payloads are parsed like any other input. */
function taskOf<Name extends TaskName>(name: Name) {
  return async (payload: unknown, { job }: JobHelpers): Promise<void> => {
    const parsed = taskPayloads[name].parse(payload) as Parameters<(typeof taskHandlers)[Name]>[0];
    const isLastAttempt = job.attempts >= job.max_attempts;
    const startedAt = performance.now();
    await (taskHandlers[name] as (told: typeof parsed, last: boolean) => Promise<void>)(
      parsed,
      isLastAttempt,
    );
    const durationMs = Math.round(performance.now() - startedAt);
    log().debug({ task: name, jobId: job.id, durationMs }, 'job done');
  };
}
