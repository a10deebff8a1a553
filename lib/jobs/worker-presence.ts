import 'server-only';
import { EventEmitter, once } from 'node:events';
import { setTimeout } from 'node:timers/promises';
import type { RunnerOptions } from 'graphile-worker';
import { Client } from 'pg';
import { env } from '@/lib/env';
import { log } from '@/lib/log/logger';
import { createWatch, presenceClass, type Self } from './watch-workers';

/** How often a worker asks whether it is still seen, and whether others have gone. */
const lookMs = 3_000;
/** How long the database may take to answer that. */
const answerMs = 5_000;
const retryMs = 500;

/**
 * PostgreSQL ends the connection of a machine that has vanished after these 25 seconds. Our own
 * heartbeat notices sooner: a worker has stopped taking jobs before it can be thought dead.
 */
const keepAlive = `
  SET tcp_keepalives_idle = 10; SET tcp_keepalives_interval = 5; SET tcp_keepalives_count = 3;
  SET tcp_user_timeout = 25000`;

export type Presence = {
  /** Ties a worker to its presence: it takes no job while it is not seen. */
  options: Required<Pick<RunnerOptions, 'events' | 'forbiddenFlags'>>;
  /** To be called when all that the worker began is written down. */
  leave: () => Promise<void>;
};

/**
 * Shows all workers that this one lives: it holds a lock, under the name with which the queue marks
 * its jobs, on a connection of its own. When its process dies, however that happens, the connection
 * ends, the lock is gone, and the others take its jobs within seconds (see {@link createWatch}).
 *
 * - Its connection alone breaks: it takes no new job until it is seen again, half a second later. What
 *   it has begun goes on, and stays its own: nobody is thought dead at the first look.
 * - It sleeps or hangs: its connection stays, so nobody takes its jobs, until they have been held for
 *   longer than any job takes (`releaseDeadWorkers`).
 * - It cannot reach the database for longer than the others wait: nobody can tell this from death.
 *   Its jobs are done by another, which no job minds, and it takes none until it is seen again.
 */
export function showPresence(): Presence {
  const leaving = new AbortController();
  const news = new EventEmitter();
  const state = { isSeen: false, isStopping: false };
  let staying: Promise<void> | undefined;

  const tell = (change: Partial<typeof state>) => {
    Object.assign(state, change);
    news.emit('news');
  };

  const events: NonNullable<RunnerOptions['events']> = new EventEmitter();
  const works = new Set<string>();
  events.on('job:start', ({ job }) => works.add(job.id));
  events.on('job:complete', ({ job }) => works.delete(job.id));
  events.on('pool:create', ({ workerPool: { id } }) => {
    staying = stay({ id, works }, leaving.signal, (isSeen) => tell({ isSeen }));
  });
  events.on('pool:gracefulShutdown', () => tell({ isStopping: true }));
  const forbiddenFlags = async () => {
    while (!state.isSeen && !state.isStopping) await once(news, 'news');
    return null;
  };
  const leave = async () => {
    leaving.abort();
    await staying;
  };
  return { options: { events, forbiddenFlags }, leave };
}

/** Is seen, with one connection after another, until told to leave. */
async function stay(
  self: Self,
  leaving: AbortSignal,
  setSeen: (seen: boolean) => void,
): Promise<void> {
  while (!leaving.aborted) {
    try {
      await beSeen(self, leaving, setSeen);
    } catch (error) {
      log().warn({ err: error }, 'this worker is not seen, so it takes no jobs until it is');
      await pause(retryMs, leaving);
    }
  }
}

async function beSeen(
  self: Self,
  leaving: AbortSignal,
  setSeen: (seen: boolean) => void,
): Promise<void> {
  const client = new Client({
    connectionString: env().DATABASE_URL,
    connectionTimeoutMillis: answerMs,
    query_timeout: answerMs,
  });
  const broken = new AbortController();
  client.on('error', () => broken.abort());
  client.on('end', () => broken.abort());
  try {
    await client.connect();
    await client.query(keepAlive);
    // Shared, so that it need not wait until the database has noticed the end of a connection before.
    await client.query('SELECT pg_advisory_lock_shared($1, hashtext($2))', [
      presenceClass,
      self.id,
    ]);
    setSeen(true);
    const look = createWatch(client, self);
    while (!leaving.aborted) {
      await look();
      await pause(lookMs, AbortSignal.any([leaving, broken.signal]));
    }
  } finally {
    setSeen(false);
    // A connection into nowhere may not even end.
    await Promise.race([client.end(), setTimeout(answerMs, undefined, { ref: false })]);
  }
}

async function pause(ms: number, over: AbortSignal): Promise<void> {
  await setTimeout(ms, undefined, { signal: over }).catch(() => 'sooner');
}
