import { Client } from 'pg';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { db } from '@/lib/db/prisma';
import { forgetJobs } from '@/testing/jobs';
import { enqueueSync } from './enqueue-sync';
import { releaseDeadWorkers } from './release-dead-workers';
import { createWatch, presenceClass, type Self } from './watch-workers';

beforeEach(forgetJobs);

const astraUserId = 'somebody';

/** A look at one card that this worker was given a while ago, and the id of its job. */
async function give(holder: string, resourceId: string, minutesAgo = 0): Promise<string> {
  await db().$transaction((tx) => enqueueSync(tx, { resource: 'card', resourceId, astraUserId }));
  const [job] = await db().$queryRaw<{ id: string }[]>`
    WITH given AS (
      UPDATE graphile_worker._private_jobs SET locked_by = ${holder}, attempts = attempts + 1,
        locked_at = clock_timestamp() - make_interval(mins => ${minutesAgo}::int)
      WHERE key = ${`sync_resource:card:${resourceId}:${astraUserId}`}
      RETURNING id::text, job_queue_id, locked_at),
    line AS (
      UPDATE graphile_worker._private_job_queues AS line
      SET locked_by = ${holder}, locked_at = given.locked_at
      FROM given WHERE line.id = job_queue_id)
    SELECT id FROM given`;
  return job?.id ?? '';
}

/** Who holds jobs, and lines. */
async function holders() {
  const jobs = await db().$queryRaw<{ by: string }[]>`
    SELECT locked_by AS by FROM graphile_worker.jobs WHERE locked_at IS NOT NULL ORDER BY 1`;
  const lines = await db().$queryRaw<{ by: string }[]>`
    SELECT locked_by AS by FROM graphile_worker._private_job_queues
    WHERE locked_at IS NOT NULL ORDER BY 1`;
  return { jobs: jobs.map(({ by }) => by), lines: lines.map(({ by }) => by) };
}

const worker = (id: string, works: string[] = []): Self => ({ id, works: new Set(works) });

/** Is seen as this worker, from which nobody else may take anything then. */
async function beSeen(id: string): Promise<void> {
  const client = await connect();
  await client.query('SELECT pg_advisory_lock_shared($1, hashtext($2))', [presenceClass, id]);
}

async function watch(self: Self): Promise<() => Promise<void>> {
  return createWatch(await connect(), self);
}

async function connect(): Promise<Client> {
  const client = new Client({ connectionString: process.env['DATABASE_URL'] });
  await client.connect();
  onTestFinished(() => client.end());
  return client;
}

test('what a worker holds that is gone is free after three looks', async () => {
  await give('gone', 'card-1');
  const look = await watch(worker('self'));
  await look();
  await look();
  expect(await holders()).toEqual({ jobs: ['gone'], lines: ['gone'] });
  await look();
  expect(await holders()).toEqual({ jobs: [], lines: [] });
});

test('so it is when it was held for longer than any job takes', async () => {
  await give('asleep', 'card-1', 9);
  await give('hangs', 'card-2', 11);
  await releaseDeadWorkers();
  expect(await holders()).toMatchObject({ jobs: ['asleep'] });
});

test('a job that a worker was given without hearing of it is free after three looks, as if not given, and none that it does', async () => {
  const self = worker('self', [await give('self', 'card-1')]);
  const unheard = await give('self', 'card-2');
  await beSeen(self.id);
  const [look, other] = [await watch(self), await watch(worker('other'))];
  await look();
  await look();
  for (const _ of [1, 2, 3]) await other();
  expect(await holders()).toEqual({ jobs: ['self', 'self'], lines: ['self', 'self'] });
  await look();
  expect(await holders()).toEqual({ jobs: ['self'], lines: ['self'] });
  const free = await db().$queryRaw<{ id: string; attempts: number }[]>`
    SELECT id::text, attempts FROM graphile_worker.jobs WHERE locked_at IS NULL`;
  expect(free).toMatchObject([{ attempts: 0 }]);
  // An end of it that comes late must not be the end of what was asked for meanwhile.
  expect(free[0]?.id).not.toBe(unheard);
});

test('a line that a living worker holds for a job that another has ended is free at the next look', async () => {
  const job = await give('alive', 'card-1');
  await db().$executeRaw`DELETE FROM graphile_worker._private_jobs WHERE id = ${job}::bigint`;
  expect(await holders()).toEqual({ jobs: [], lines: ['alive'] });
  const look = await watch(worker('self'));
  await look();
  expect(await holders()).toEqual({ jobs: [], lines: [] });
});
