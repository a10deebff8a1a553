import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest';
import { db } from '@/lib/db/prisma';
import { forgetJobs, jobs } from '@/testing/jobs';
import { endProcess, spawnProgram } from '@/testing/processes/spawn-program';
import { startTcpGate } from '@/testing/processes/tcp-gate';
import { createPerson } from '@/testing/rows/people';
import { until } from '@/testing/until';
import { addJob } from './add-job';
import { presenceClass } from './watch-workers';

// The worker reaches the database through a gate that can fall silent; this file goes past it.
const url = new URL(process.env['DATABASE_URL'] ?? '');
const gate = await startTcpGate({ host: url.hostname, port: Number(url.port) });
url.port = String(gate.port);
afterAll(() => gate.close());

const leftOvers: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const end of leftOvers.splice(0)) await end();
});
beforeEach(forgetJobs);

/** A worker of its own process, once it works. */
async function startWorker(): Promise<void> {
  // The database may not know yet that one whose network was lost is gone.
  const before = new Set((await listeners()).map(({ pid }) => pid));
  const worker = spawnProgram('worker', { env: { DATABASE_URL: url.href } });
  leftOvers.push(() => endProcess(worker));
  const isSeen = async () => (await listeners()).some(({ pid }) => !before.has(pid));
  await until('the worker to be seen', isSeen);
  await doJob();
}

/** Adds a job, and waits until it is done. */
async function doJob(): Promise<void> {
  const { id: userId } = await createPerson();
  await addJob(db(), 'sync_cards', { userId }, { key: randomUUID() });
  await until('the job to be done', async () => (await jobs()).length === 0, 60_000);
}

/** The connections by which a worker is seen. */
function listeners() {
  return db().$queryRaw<{ pid: number }[]>`
    SELECT pid FROM pg_locks
    WHERE locktype = 'advisory' AND classid = ${presenceClass}::int4::oid AND granted`;
}

test('a worker whose network was lost without a word works on once there is one again', async () => {
  await startWorker();
  gate.goSilent();
  await doJob();
  expect(gate.isShut()).toBe(false);
}, 120_000);

test('a worker that is told of no new work finds it by itself, and is told again', async () => {
  await startWorker();
  const before = gate.connectionsThatSaid('LISTEN "jobs:insert"');
  gate.goSilent('LISTEN "jobs:insert"');
  await doJob();
  await until(
    'another connection that listens',
    () => gate.connectionsThatSaid('LISTEN "jobs:insert"') > before,
    60_000,
  );
}, 120_000);
