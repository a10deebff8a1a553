import 'server-only';
import { parseCrontab, type Runner, type RunnerOptions, run } from 'graphile-worker';
import type { Pool } from 'pg';
import { db } from '@/lib/db/prisma';
import { log } from '@/lib/log/logger';
import { addJob } from './add-job';
import { concurrency, endJobPool, openJobPool } from './job-pool';
import { keepListening } from './keep-listening';
import { takeTurns } from './take-turns';
import { taskList } from './task-list';
import { workerLogger } from './worker-logger';
import { type Presence, showPresence } from './worker-presence';

/** When the recurring work is due, in UTC. */
const crontab = `
* * * * * reconcile ?jobKey=reconcile&max=3
*/10 * * * * refresh_due_connections ?jobKey=refresh_due_connections&max=3
23 3 * * * clean_up ?jobKey=clean_up&max=3
`;

export type Worker = {
  /** Begins nothing more, and waits like `stopped`. */
  stop: () => Promise<void>;
  /** Settles when the jobs that were begun have ended, and that is written down. */
  stopped: Promise<void>;
};

/**
 * Starts working on jobs. Any number of workers may run; each job is taken by one of them, and a
 * job whose worker died is taken again.
 */
export async function startWorker(): Promise<Worker> {
  const pool = openJobPool();
  const presence = showPresence();
  const options = workerOptions(pool, presence);
  const runner = await run({ ...options, parsedCronItems: parseCrontab(crontab) });
  const stopped = ended(runner, pool, presence);
  await reconcileNow();
  const stop = async () => {
    await runner.stop();
    await stopped;
  };
  return { stop, stopped };
}

/** Nobody may have worked for hours, and the next full minute, which does it too, is one more to wait. */
async function reconcileNow(): Promise<void> {
  try {
    await db().$transaction((tx) => addJob(tx, 'reconcile', {}, { key: 'now' }));
  } catch (error) {
    log().warn({ err: error }, 'what should have moved on is looked at with the next minute only');
  }
}

async function ended(runner: Runner, pool: Pool, presence: Presence): Promise<void> {
  try {
    await runner.promise;
  } finally {
    await endJobPool(pool);
    await presence.leave();
  }
}

/** How every worker works, whether it stays or ends with the last job that is due. */
export function workerOptions(pgPool: Pool, presence: Presence): RunnerOptions {
  keepListening(presence.options.events);
  return {
    ...takeTurns(presence.options),
    pgPool,
    concurrency,
    noHandleSignals: true,
    pollInterval: 1000,
    logger: workerLogger,
    taskList,
  };
}
