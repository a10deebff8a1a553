import 'server-only';
import { once } from 'node:events';
import { setImmediate } from 'node:timers/promises';
import { Pool } from 'pg';
import { openSocket } from '@/lib/db/open-socket';
import { env } from '@/lib/env';
import { log } from '@/lib/log/logger';

/** How many jobs one worker does at a time. */
export const concurrency = 5;

/** For each job one to fetch it and one to write down its end, and two for news and housekeeping. */
const connections = 2 * concurrency + 2;

/** No query of the queue takes nearly as long. */
const silenceMs = 20_000;

/**
 * The job queue's connections, to be ended by whoever asked for them.
 *
 * The queue neither waits until the end of a job is written down nor, with a pool of its own, until
 * that pool has ended. A worker that exits then leaves jobs that are done but look taken: they are
 * done again, and whatever stands in line behind them waits, until `releaseDeadWorkers` finds them.
 * The end of this pool is the moment when everything is written.
 */
export function openJobPool(): Pool {
  const pool = new Pool({
    connectionString: env().DATABASE_URL,
    max: connections,
    stream: openSocket(silenceMs),
  });
  // A connection that breaks is replaced; an error that nobody hears would end the process.
  const warn = (error: Error) => log().warn({ err: error }, 'a connection of the job queue broke');
  pool.on('error', warn);
  pool.on('connect', (client) => client.on('error', warn));
  return pool;
}

/**
 * Ends a pool once everything that was asked of it is done. By itself a pool that ends forgets
 * whoever is still waiting for a connection, and with them the end of a job that has just been done.
 */
export async function endJobPool(pool: Pool): Promise<void> {
  // What was done a moment ago may be about to ask for its connection.
  await setImmediate();
  while (pool.waitingCount > 0) await once(pool, 'release');
  await pool.end();
}
