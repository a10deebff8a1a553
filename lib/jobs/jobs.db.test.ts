import { randomUUID } from 'node:crypto';
import { beforeEach, expect, test } from 'vitest';
import { z } from 'zod';
import { db } from '@/lib/db/prisma';
import { forgetJobs, jobs, runJobs } from '@/testing/jobs';
import { createConnectedPerson, createPerson } from '@/testing/rows/people';
import { createTransfer } from '@/testing/rows/transfers';
import { until } from '@/testing/until';
import { addJob } from './add-job';
import { enqueueSync } from './enqueue-sync';
import { startWorker } from './worker';

beforeEach(forgetJobs);

const transfer = (resourceId: string, astraUserId: string) => ({
  resource: 'transfer' as const,
  resourceId,
  astraUserId,
});

const queues = async () => {
  const [row] = await db().$queryRaw<{ n: number }[]>`
    SELECT count(*)::int AS n FROM graphile_worker._private_job_queues`;
  return row?.n;
};

test('a job exists exactly when the transaction that asked for it was committed', async () => {
  const userId = randomUUID();
  const rolledBack = db().$transaction(async (tx) => {
    await addJob(tx, 'sync_cards', { userId }, { key: userId });
    throw new Error('rolled back');
  });
  await expect(rolledBack).rejects.toThrow('rolled back');
  expect(await jobs()).toEqual([]);
  await db().$transaction((tx) => addJob(tx, 'sync_cards', { userId }, { key: userId }));
  expect(await jobs()).toMatchObject([{ key: `sync_cards:${userId}`, payload: { userId } }]);
});

test('jobs with one key are one job, and the same key means another job to another task', async () => {
  const userId = randomUUID();
  await Promise.all(
    Array.from({ length: 10 }, () => addJob(db(), 'sync_cards', { userId }, { key: userId })),
  );
  await addJob(db(), 'sync_transfers', { userId }, { key: userId });
  expect((await jobs()).map(({ key }) => key)).toEqual([
    `sync_cards:${userId}`,
    `sync_transfers:${userId}`,
  ]);
});

test('what is wanted again while it is being done is done once more', async () => {
  const userId = randomUUID();
  await addJob(db(), 'sync_cards', { userId }, { key: userId });
  await db().$executeRaw`
    UPDATE graphile_worker._private_jobs SET locked_at = clock_timestamp(), locked_by = 'busy'`;
  await addJob(db(), 'sync_cards', { userId }, { key: userId });
  expect(await jobs()).toMatchObject([{ key: `sync_cards:${userId}`, attempts: 0 }]);
  const [all] = await db().$queryRaw<{ n: number }[]>`
    SELECT count(*)::int AS n FROM graphile_worker._private_jobs`;
  expect(all?.n).toBe(2);
});

test('a delayed job is left until it is due', async () => {
  const userId = (await createPerson()).id;
  await addJob(db(), 'sync_cards', { userId }, { key: userId, delayMs: 90_500 });
  await runJobs();
  const [row] = await db().$queryRaw<{ seconds: number }[]>`
    SELECT extract(epoch FROM run_at - clock_timestamp())::float AS seconds FROM graphile_worker.jobs`;
  expect(row?.seconds).toBeGreaterThan(80);
  expect(row?.seconds).toBeLessThan(91);
});

/** Makes the database slow to forget a job, as it is under load. */
async function forgetSlowly(work: () => Promise<void>): Promise<void> {
  await db().$executeRaw`
    CREATE FUNCTION linger() RETURNS trigger LANGUAGE plpgsql
    AS 'BEGIN PERFORM pg_sleep(0.3); RETURN OLD; END'`;
  await db().$executeRaw`
    CREATE TRIGGER linger BEFORE DELETE ON graphile_worker._private_jobs
    FOR EACH ROW EXECUTE FUNCTION linger()`;
  try {
    await work();
  } finally {
    await db().$executeRaw`DROP FUNCTION linger CASCADE`;
  }
}

test('a worker that has stopped has written down what it did, however long that takes', async () => {
  const { id: userId } = await createPerson();
  await forgetSlowly(async () => {
    await addJob(db(), 'sync_cards', { userId }, { key: userId });
    const worker = await startWorker();
    await until('the job to be taken', async () => {
      const [row] = await db().$queryRaw<{ n: number }[]>`
        SELECT count(*)::int AS n FROM graphile_worker.jobs
        WHERE task_identifier = 'sync_cards' AND locked_at IS NOT NULL`;
      return row?.n === 1;
    });
    await worker.stop();
    expect(await jobs('sync_cards')).toEqual([]);
  });
});

test('a worker that starts does not wait for the next minute to see what should have moved on', async () => {
  const { id } = await createConnectedPerson();
  const { astraId } = await createTransfer(id, { status: 'pending', nextLookAt: new Date(0) });
  const worker = await startWorker();
  const looked = () => db().transfer.findUnique({ where: { astraId, looks: 1 } });
  await until('a look at the transfer', looked);
  await worker.stop();
});

test('all work that is due is done, one after the other where jobs stand in one line', async () => {
  const [ann, ben] = [await createPerson(), await createPerson()];
  await forgetSlowly(async () => {
    for (const { id: userId } of [ann, ben]) {
      await addJob(db(), 'sync_cards', { userId }, { key: userId, inLineOf: 'both' });
    }
    await runJobs();
    expect(await jobs()).toEqual([]);
  });
});

test('a payload that its task does not know is refused when it is added, and when it is done', async () => {
  const bad = { userId: 'not-a-uuid' };
  await expect(addJob(db(), 'sync_cards', bad, { key: 'x' })).rejects.toThrow(z.ZodError);
  await db().$executeRaw`
    SELECT graphile_worker.add_job('sync_cards', '{"userId": 7}'::json, job_key := 'x')`;
  await runJobs();
  expect(await jobs()).toMatchObject([{ key: 'x', attempts: 1 }]);
});

test('looks at one resource stand in one line, for whomever they are made', async () => {
  const resourceId = randomUUID();
  await enqueueSync(db(), transfer(resourceId, 'ann'));
  await enqueueSync(db(), transfer(resourceId, 'ann'));
  await enqueueSync(db(), transfer(resourceId, 'ben'));
  const lines = await db().$queryRaw<{ queue_name: string }[]>`
    SELECT queue_name FROM graphile_worker.jobs`;
  expect(lines).toHaveLength(2);
  expect(lines[0]?.queue_name).toMatch(/^sync:/);
  expect(lines[1]).toEqual(lines[0]);
});

test('a look that is wanted later neither delays one that is wanted now, nor falls together with it', async () => {
  const subject = transfer(randomUUID(), 'ann');
  await enqueueSync(db(), subject);
  await enqueueSync(db(), subject, { delayMs: 60_000 });
  await enqueueSync(db(), subject, { delayMs: 60_000 });
  await enqueueSync(db(), subject);
  const rows = await db().$queryRaw<{ due: boolean }[]>`
    SELECT run_at <= clock_timestamp() AS due FROM graphile_worker.jobs ORDER BY run_at`;
  expect(rows).toEqual([{ due: true }, { due: false }]);
});

test('cleaning up deletes what is over, and nothing else', async () => {
  const { id: userId } = await createPerson();
  const at = (days: number) => new Date(Date.now() + days * 24 * 60 * 60_000);
  for (const [name, days] of [
    ['long over', -2],
    ['over', -0.1],
    ['open', 1],
  ] as const) {
    const expiresAt = at(days);
    await db().session.create({ data: { tokenHash: name, userId, expiresAt } });
    await db().signInToken.create({ data: { identifier: 'a', tokenHash: name, expiresAt } });
    const purpose = 'authorize';
    await db().redirectState.create({ data: { stateHash: name, userId, purpose, expiresAt } });
    const loan = { id: randomUUID(), secretHash: name, version: 0, purpose: 'cards' as const };
    await db().accessTokenLoan.create({ data: { ...loan, userId, expiresAt } });
  }
  await addJob(db(), 'clean_up', {}, { key: 'now' });
  await runJobs();
  expect(await jobs()).toEqual([]);
  expect((await db().session.findMany()).map(({ tokenHash }) => tokenHash)).toEqual(['open']);
  expect((await db().signInToken.findMany()).map(({ tokenHash }) => tokenHash)).toEqual(['open']);
  const trips = await db().redirectState.findMany();
  expect(trips.map(({ stateHash }) => stateHash).sort()).toEqual(['open', 'over']);
  const loans = await db().accessTokenLoan.findMany();
  expect(loans.map(({ secretHash }) => secretHash).sort()).toEqual(['open', 'over']);
  expect(await db().user.count({ where: { id: userId } })).toBe(1);
});

test('cleaning up deletes what somebody composed and left alone for a month', async () => {
  const { id: userId } = await createPerson();
  const daysAgo = (days: number) => new Date(Date.now() - days * 24 * 60 * 60_000);
  const drafts = [
    { key: randomUUID(), createdAt: daysAgo(31), updatedAt: daysAgo(31) },
    { key: randomUUID(), createdAt: daysAgo(31), updatedAt: daysAgo(29) },
    { key: randomUUID(), createdAt: daysAgo(1), updatedAt: daysAgo(1) },
  ];
  const [, wentOn, fresh] = drafts;
  for (const draft of drafts)
    await db().paymentDraft.create({ data: { userId, order: {}, ...draft } });
  await addJob(db(), 'clean_up', {}, { key: 'now' });
  await runJobs();
  const left = await db().paymentDraft.findMany({
    where: { userId },
    orderBy: { createdAt: 'asc' },
  });
  expect(left.map(({ key }) => key)).toEqual([wentOn?.key, fresh?.key]);
});

test('cleaning up forgets jobs that were given up long ago, and queues without jobs', async () => {
  for (const id of ['old', 'recent', 'waiting']) await enqueueSync(db(), transfer(id, 'ann'));
  await db().$executeRaw`
    UPDATE graphile_worker._private_jobs SET attempts = max_attempts WHERE key NOT LIKE '%waiting%'`;
  await db().$executeRaw`
    UPDATE graphile_worker._private_jobs SET updated_at = now() - interval '31 days'
    WHERE key LIKE '%old%' OR key LIKE '%waiting%'`;
  await db().$executeRaw`
    UPDATE graphile_worker._private_jobs SET run_at = now() + interval '1 hour'`;
  await addJob(db(), 'clean_up', {}, { key: 'now' });
  await runJobs();
  const left = await db().$queryRaw<{ key: string }[]>`
    SELECT key FROM graphile_worker.jobs ORDER BY key`;
  const keysOfLeft = ['recent', 'waiting'].map((id) => `sync_resource:transfer:${id}:ann`);
  expect(left.map(({ key }) => key)).toEqual(keysOfLeft);
  expect(await queues()).toBe(2);
});

test('a person who is gone leaves jobs that fail alone and harm nobody', async () => {
  const { id: userId } = await createPerson();
  for (const task of ['sync_cards', 'sync_transfers', 'refresh_connection'] as const) {
    await addJob(db(), task, { userId }, { key: userId });
  }
  await addJob(db(), 'settle_payment', { paymentId: randomUUID() }, { key: 'gone' });
  await db().user.delete({ where: { id: userId } });
  await runJobs();
  expect(await jobs()).toEqual([]);
});
