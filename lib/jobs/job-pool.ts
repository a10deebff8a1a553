import 'server-only';
import { setImmediate, setTimeout } from 'node:timers/promises';
import { Pool } from 'pg';
import { openSocket } from '@/lib/db/open-socket';
import { env } from '@/lib/env';
import { log } from '@/lib/log/logger';

/** How many jobs one worker does at a time. Most of that time they wait for Astra. */
export const concurrency = 20;

/** One to write down the end of each job, one to fetch the next, and one for news. */
const connections = concurrency + 2;

/**
 * The queue need not wait for the disk. Should the database's machine lose its power, the last jobs
 * that were taken or done look as if they had not been, and are done again, which no job minds. What
 * a job has done is written through other connections, which do wait.
 */
const options = '-c synchronous_commit=off';

/** No query of the queue takes nearly as long. */
const silenceMs = 20_000;

/**
 * The job queue's connections, to be ended by whoever asked for them.
 *
 * The queue neither waits until the end of a job is written down nor, with a pool of its own, until
 * that pool has ended. A worker that exits then leaves jobs that are done but look taken: they are
 * done again, and whatever stands in line behind them waits, until the others see that it is gone.
 * The end of this pool is the moment when everything is written.
 */
export function openJobPool(): Pool {
  const pool = new Pool({
    connectionString: env().DATABASE_URL,
    max: connections,
    options,
    stream: openSocket(silenceMs),
  });
  // A connection that breaks is replaced; an error that nobody hears would end the process.
  const warn = (error: Error) => log().warn({ err: error }, 'a connection of the job queue broke');
  pool.on('error', warn);
  pool.on('connect', (client) => client.on('error', warn));
  return pool;
}

/** How often a pool that ends looks whether somebody still waits. */
const lookMs = 10;

/**
 * Ends a pool once everything that was asked of it is done. By itself a pool that ends forgets
 * whoever is still waiting for a connection, and with them the end of a job that has just been done.
 */
export async function endJobPool(pool: Pool): Promise<void> {
  // What was done a moment ago may be about to ask for its connection.
  await setImmediate();
  // Not until a connection is given back: those that cannot be made never are.
  while (pool.waitingCount > 0) await setTimeout(lookMs);
  await pool.end();
}
