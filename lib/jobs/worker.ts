import 'server-only';
import { type Runner, type RunnerOptions, run } from 'graphile-worker';
import type { Pool } from 'pg';
import { concurrency, endJobPool, openJobPool } from './job-pool';
import { keepListening } from './keep-listening';
import { startRecurring } from './recur';
import { takeTurns } from './take-turns';
import { taskList } from './task-list';
import { workerLogger } from './worker-logger';
import { type Presence, showPresence } from './worker-presence';

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
  // Recurring work has its own timetable, and the queue is to look for none in a file.
  const runner = await run({ ...options, parsedCronItems: [] });
  const stopRecurring = startRecurring();
  const stopped = ended(runner, pool, presence, stopRecurring);
  const stop = async () => {
    await stopRecurring();
    await runner.stop();
    await stopped;
  };
  return { stop, stopped };
}

async function ended(
  runner: Runner,
  pool: Pool,
  presence: Presence,
  stopRecurring: () => Promise<void>,
): Promise<void> {
  try {
    await runner.promise;
  } finally {
    await stopRecurring();
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
