import 'server-only';
import { parseCrontab, type Runner, type RunnerOptions, run } from 'graphile-worker';
import { env } from '@/lib/env';
import { taskList } from './task-list';
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
    taskList,
  };
}
