import { once } from 'node:events';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { databaseTime } from '@/lib/db/database-time';
import { db } from '@/lib/db/prisma';
import { receiveWebhook } from '@/lib/webhooks/receive';
import { useEmulator } from '@/testing/astra/emulator';
import { addCardAtAstra, cardNumbers, createAstraPerson } from '@/testing/astra/person';
import { pressInConsole } from '@/testing/astra/press-in-console';
import { forgetJobs, jobs, runJobs } from '@/testing/jobs';
import { shiftClock } from '@/testing/processes/shift-clock';
import { endProcess, spawnProgram } from '@/testing/processes/spawn-program';
import { until } from '@/testing/until';
import { deliveryOf, newEvent } from '@/testing/webhooks';
import { addJob } from './add-job';
import { enqueueSync } from './enqueue-sync';
import { releaseDeadWorkers } from './release-dead-workers';
import { presenceClass } from './watch-workers';
import { startWorker } from './worker';

const emulator = await useEmulator();
const dayMs = 24 * 60 * 60_000;
/** A busy machine takes long to start a process. */
const patienceMs = 60_000;
vi.setConfig({ testTimeout: 2 * patienceMs });

const leftOvers: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const end of leftOvers.splice(0)) await end();
});
beforeEach(forgetJobs);

/** Starts a worker as a process of its own, whose clock is wrong by this much. */
function spawnWorker(shiftMs: number) {
  const worker = spawnProgram('worker', { imports: [shiftClock(shiftMs)] });
  leftOvers.push(() => {
    worker.kill('SIGCONT');
    return endProcess(worker);
  });
  return worker;
}

/** A card that the app does not know yet, and the job that looks at it. */
async function cardToLookAt() {
  const { astraUserId, bearer } = await createAstraPerson(emulator);
  const astraId = await addCardAtAstra(emulator, bearer, cardNumbers.works);
  const about = { user_id: astraUserId, resource_id: astraId };
  await receiveWebhook(...deliveryOf(newEvent({ webhook_type: 'card_created', ...about })));
  return { astraId, subject: { resource: 'card', resourceId: astraId, astraUserId } as const };
}

const statusOf = async (astraId: string) =>
  (await db().card.findUniqueOrThrow({ where: { astraId } })).status;

test('a worker that slept until its job was another’s, with a clock a day behind, undoes nothing when it wakes', async () => {
  const { astraId, subject } = await cardToLookAt();
  const answer = { kind: 'hold', workIsDone: true } as const;
  const held = emulator.proxy.arm('GET', `/v1/cards/${astraId}`, answer);
  const sleeper = spawnWorker(-dayMs);
  await held.reached;
  sleeper.kill('SIGSTOP');
  await db().$executeRaw`
    UPDATE graphile_worker._private_jobs SET locked_at = locked_at - interval '11 minutes'
    WHERE locked_at IS NOT NULL`;
  await db().$executeRaw`
    UPDATE graphile_worker._private_job_queues SET locked_at = locked_at - interval '11 minutes'
    WHERE locked_at IS NOT NULL`;
  await releaseDeadWorkers();
  await pressInConsole(emulator, 'cards', astraId, 'flag');
  await db().$transaction((tx) => enqueueSync(tx, subject));
  await runJobs();
  expect(await statusOf(astraId)).toBe('flagged');

  held.release();
  sleeper.kill('SIGCONT');
  const ended = once(sleeper, 'exit');
  // It writes down what it has begun before it ends.
  sleeper.kill('SIGTERM');
  await ended;
  expect(await statusOf(astraId)).toBe('flagged');
  expect(await db().foundChange.count({ where: { astraId } })).toBe(1);
  expect(await jobs('sync_resource')).toEqual([]);
});

test('a worker whose clock is a day ahead takes nothing from one that works', async () => {
  const { astraId } = await cardToLookAt();
  const gate = emulator.proxy.arm('GET', `/v1/cards/${astraId}`, {
    kind: 'hold',
    workIsDone: false,
  });
  const worker = await startWorker();
  leftOvers.push(worker.stop);
  await gate.reached;
  const holder = async () => {
    const [job] = await db().$queryRaw<{ by: string | null }[]>`
      SELECT locked_by AS by FROM graphile_worker.jobs
      WHERE task_identifier = 'sync_resource' AND locked_by IS NOT NULL`;
    return job?.by;
  };
  const before = await holder();
  expect(before).toBeTruthy();
  spawnWorker(dayMs);
  await until(
    'the other worker',
    async () => {
      const rows = await db().$queryRaw<unknown[]>`
        SELECT DISTINCT objid FROM pg_locks
        WHERE locktype = 'advisory' AND classid = ${presenceClass} AND objsubid = 2 AND granted`;
      return rows.length >= 2;
    },
    patienceMs,
  );
  await addJob(db(), 'reconcile', {}, { key: 'by-anybody' });
  await until(
    'the reconciliation',
    async () => (await jobs()).every(({ key }) => key !== 'reconcile:by-anybody'),
    patienceMs,
  );
  await releaseDeadWorkers();
  expect(await holder()).toBe(before);

  gate.release();
  await until('the card', () => db().card.findUnique({ where: { astraId } }));
  expect(emulator.proxy.calls('GET', `/v1/cards/${astraId}`)).toHaveLength(1);
});

test('a worker whose clock is a day ahead begins recurring work when it is due for all', async () => {
  spawnWorker(dayMs);
  const reconciliation = { where: { task: 'reconcile' } };
  await until(
    'recurring work',
    async () =>
      (await db().recurringWork.findUnique(reconciliation)) && (await jobs()).length === 0,
    patienceMs,
  );
  const { dueAt } = await db().recurringWork.findUniqueOrThrow(reconciliation);
  expect(dueAt.getTime()).toBeLessThanOrEqual((await databaseTime()).getTime() + 60_000);
});
