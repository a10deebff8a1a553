import { randomUUID } from 'node:crypto';
import { beforeEach, expect, test } from 'vitest';
import { pacificDay } from '@/lib/astra';
import { routineResult } from '@/lib/astra/resources/routine-results';
import { type Payment } from '@/lib/db/generated/client';
import { db } from '@/lib/db/prisma';
import { storeRoutine } from '@/lib/routines/store-routine';
import { wireRoutine } from '@/testing/astra/answers';
import { createRoutine } from '@/testing/astra/routines';
import { forgetJobs, jobs, runJobs } from '@/testing/jobs';
import { createPayment } from '@/testing/rows/payments';
import { createCard, createConnectedPerson } from '@/testing/rows/people';
import { reconcile } from './reconcile';

beforeEach(async () => {
  await forgetJobs();
  await db().user.deleteMany();
  await db().routine.deleteMany();
  await db().batchTransfer.deleteMany();
});

/** Somebody connected, and their id at Astra. */
async function connected() {
  const user = await createConnectedPerson();
  const { astraUserId } = await db().astraConnection.findUniqueOrThrow({
    where: { userId: user.id },
  });
  return { user, astraUserId };
}

const transferOf = (userId: string, status = 'pending') =>
  db().transfer.create({ data: { userId, astraId: randomUUID(), status, amountCents: 500n } });

const paymentOf = (userId: string, change: Partial<Payment>) =>
  createPayment(userId, { status: 'unknown', sendBy: new Date(0), ...change });

/** Lets the wait be over until everything's next look. */
async function letTimePass(): Promise<void> {
  for (const table of [
    'transfers',
    'routines',
    'cards',
    'user_intents',
    'payments',
    'astra_connections',
    'batch_transfers',
  ]) {
    await db().$executeRawUnsafe(`UPDATE ${table} SET next_look_at = clock_timestamp()`);
  }
}

const found = async () => (await jobs()).map(({ payload }) => payload);

test('what is open and was not looked at for a while is looked at without being told', async () => {
  const { user, astraUserId } = await connected();
  const { astraId: transferId } = await transferOf(user.id);
  const [routineId, intentId] = [randomUUID(), randomUUID()];
  await db().routine.create({
    data: { astraId: routineId, userId: user.id, status: 'active', type: 'one-time' },
  });
  await db().userIntent.create({
    data: {
      userId: user.id,
      submissionKey: randomUUID(),
      submission: 'accepted',
      astraId: intentId,
      astraStatus: 'pending',
    },
  });
  const [batchId, paidId] = [randomUUID(), randomUUID()];
  await db().batchTransfer.createMany({
    data: [
      { astraId: batchId, status: 'pending' },
      { astraId: paidId, status: 'processed' },
    ],
  });
  await reconcile();
  expect(await found()).toEqual([]);

  await letTimePass();
  await reconcile();
  const subject = (resource: string, resourceId: string, whose: string | null) => ({
    resource,
    resourceId,
    astraUserId: whose,
  });
  const expected = [
    subject('transfer', transferId, astraUserId),
    subject('routine', routineId, astraUserId),
    subject('user_intent', intentId, null),
    subject('batch', batchId, null),
  ];
  expect(await found()).toHaveLength(4);
  expect(await found()).toEqual(expect.arrayContaining(expected));
});

test('a person whom Astra is still looking at is asked about, one who is approved is not', async () => {
  const [{ user, astraUserId }] = [await connected(), await connected()];
  await db().astraConnection.update({
    where: { userId: user.id },
    data: { astraUserStatus: 'pending' },
  });
  await letTimePass();
  await reconcile();
  expect(await found()).toEqual([{ resource: 'user', resourceId: astraUserId, astraUserId }]);
});

test('a card that Astra has not decided about is looked at, and one that it has is not', async () => {
  const { user, astraUserId } = await connected();
  const undecided = await Promise.all(
    ['flagged', 'pending_review'].map((status) => createCard(user.id, { status })),
  );
  for (const status of ['approved', 'rejected', 'removed']) await createCard(user.id, { status });
  await letTimePass();
  await reconcile();
  const looks = undecided.map(({ astraId: resourceId }) => ({
    resource: 'card',
    resourceId,
    astraUserId,
  }));
  expect(await found()).toHaveLength(2);
  expect(await found()).toEqual(expect.arrayContaining(looks));

  await forgetJobs();
  await reconcile();
  expect(await found()).toEqual([]);
});

test('what has ended is not looked at again', async () => {
  const { user } = await connected();
  for (const status of ['processed', 'failed', 'cancelled']) await transferOf(user.id, status);
  await letTimePass();
  await reconcile();
  expect(await found()).toEqual([]);
});

test('nothing is looked at on behalf of somebody who must authorize again', async () => {
  const { user } = await connected();
  await transferOf(user.id);
  await db().astraConnection.update({
    where: { userId: user.id },
    data: { status: 'needs_authorization' },
  });
  await letTimePass();
  await reconcile();
  expect(await found()).toEqual([]);
});

test('a look that waits for its next attempt is not begun anew', async () => {
  const { user } = await connected();
  await transferOf(user.id);
  await letTimePass();
  await reconcile();
  await db().$executeRaw`UPDATE graphile_worker._private_jobs SET attempts = 5`;
  await letTimePass();
  await reconcile();
  expect(await jobs()).toMatchObject([{ attempts: 5 }]);

  await db().$executeRaw`UPDATE graphile_worker._private_jobs SET attempts = max_attempts`;
  await reconcile();
  expect(await jobs()).toMatchObject([{ attempts: 0 }]);
});

test("an accepted payment without a transfer makes the person's transfers be listed", async () => {
  const { user } = await connected();
  const routineAstraId = randomUUID();
  await paymentOf(user.id, { status: 'accepted', routineAstraId });
  await letTimePass();
  await reconcile();
  expect(await found()).toEqual([{ userId: user.id }]);

  await forgetJobs();
  await db().transfer.create({
    data: {
      userId: user.id,
      astraId: randomUUID(),
      routineAstraId,
      status: 'processed',
      amountCents: 500n,
    },
  });
  await letTimePass();
  await reconcile();
  expect(await found()).toEqual([]);
});

const dayFromNow = (days: number) => new Date(Date.now() + days * 24 * 60 * 60_000);
const daysFromNow = (days: number) => pacificDay(dayFromNow(days));

test.each([
  ['that was sent long ago', {}, 'active', 0],
  ['that is dated for a later day', { startDate: daysFromNow(2) }, 'active', 0],
  ['whose day has come', { startDate: daysFromNow(-2) }, 'active', 1],
  ['whose day was long ago', { startDate: daysFromNow(-9) }, 'active', 0],
  ['whose day nobody can read', { startDate: '2026-02-31x' }, 'active', 0],
  ['that Astra has lately called done', { startDate: daysFromNow(-9) }, 'completed', 1],
])('for an older payment %s, the transfers are listed only when one is due', async (...given) => {
  const [, terms, status, looks] = given;
  const { user } = await connected();
  const { astraId: routineAstraId } = await createRoutine(user.id, { type: 'one-time', status });
  const createdAt = dayFromNow(-10);
  const { id } = await paymentOf(user.id, { status: 'accepted', routineAstraId, createdAt });
  await db().payment.update({ where: { id }, data: { terms } });
  await letTimePass();
  await reconcile();
  const lists = await jobs('sync_transfers');
  expect(lists).toHaveLength(looks);
});

test('once a routine is seen to be done, the transfer that nobody told of is looked for at once', async () => {
  const { user } = await connected();
  const { astraId: routineAstraId } = await createRoutine(user.id, { type: 'one-time' });
  await paymentOf(user.id, { status: 'accepted', routineAstraId });
  await letTimePass();
  await reconcile();
  await forgetJobs();
  const shown = wireRoutine({ id: routineAstraId, type: 'one-time', status: 'completed' });
  const seenAt = dayFromNow(0);
  await db().$transaction((tx) => storeRoutine(tx, user.id, routineResult.parse(shown), seenAt));
  await reconcile();
  expect(await found()).toEqual([{ userId: user.id }]);
});

test('a payment that was just dated for later is not looked for before its day', async () => {
  const { user } = await connected();
  const terms = { startDate: daysFromNow(2) };
  const { id } = await paymentOf(user.id, { status: 'accepted', routineAstraId: randomUUID() });
  await db().payment.update({ where: { id }, data: { terms } });
  await letTimePass();
  await reconcile();
  expect(await found()).toEqual([]);
});

test.each(['sending', 'unknown'] as const)(
  'a payment that is %s past its time, with no job left, is settled after all',
  async (status) => {
    const { user } = await connected();
    const { id } = await paymentOf(user.id, { status });
    await paymentOf(user.id, { status, sendBy: new Date(Date.now() + 60_000) });
    await letTimePass();
    await reconcile();
    expect(await found()).toEqual([{ paymentId: id }]);
  },
);

/** How many seconds away the next look at a transfer is. */
async function secondsToLook(astraId: string): Promise<number> {
  const [row] = await db().$queryRaw<{ seconds: number }[]>`
    SELECT extract(epoch FROM next_look_at - clock_timestamp())::float8 AS seconds
    FROM transfers WHERE astra_id = ${astraId}`;
  return Math.ceil((row?.seconds ?? 0) / 30) * 30;
}

test('each look in vain makes the wait for the next one twice as long, up to six hours', async () => {
  const { user } = await connected();
  const { astraId } = await transferOf(user.id);
  const waits: number[] = [];
  for (let look = 0; look < 12; look += 1) {
    await letTimePass();
    await forgetJobs();
    await reconcile();
    expect(await found()).toHaveLength(1);
    waits.push(await secondsToLook(astraId));
  }
  const doubling = Array.from({ length: 9 }, (_, look) => 60 * 2 ** look);
  expect(waits).toEqual([...doubling, 21_600, 21_600, 21_600]);
});

test('a look that is not due yet is not made, however often the reconciler runs', async () => {
  const { user } = await connected();
  await paymentOf(user.id, { status: 'accepted', routineAstraId: randomUUID() });
  await letTimePass();
  await reconcile();
  await forgetJobs();
  await reconcile();
  expect(await found()).toEqual([]);
});

test('what waits longest is looked at first, so that nothing starves behind a long line', async () => {
  const { user } = await connected();
  const ids = Array.from({ length: 501 }, () => randomUUID());
  await db().transfer.createMany({
    data: ids.map((astraId) => ({ userId: user.id, astraId, status: 'pending', amountCents: 1n })),
  });
  await letTimePass();
  const longest = ids.at(-1) ?? '';
  await db().$executeRaw`
    UPDATE transfers SET next_look_at = clock_timestamp() - interval '1 hour'
    WHERE astra_id = ${longest}`;
  await reconcile();
  expect(await found()).toHaveLength(500);
  expect(await found()).toContainEqual(expect.objectContaining({ resourceId: longest }));

  await forgetJobs();
  await reconcile();
  expect(await found()).toHaveLength(1);
});

test('two reconcilers at once make each look once', async () => {
  const { user } = await connected();
  const { astraId } = await transferOf(user.id);
  await letTimePass();
  await Promise.all([reconcile(), reconcile(), reconcile()]);
  expect(await secondsToLook(astraId)).toBe(60);
});

test('the jobs of a worker that died are taken up by another', async () => {
  const { user } = await connected();
  await transferOf(user.id);
  await letTimePass();
  await reconcile();
  const lock = `locked_by = 'dead', locked_at = clock_timestamp() - interval '11 minutes'`;
  await db().$executeRawUnsafe(`UPDATE graphile_worker._private_jobs SET ${lock}`);
  await db().$executeRawUnsafe(`UPDATE graphile_worker._private_job_queues SET ${lock}`);
  await runJobs();
  expect(await jobs()).toMatchObject([{ attempts: 0 }]);
  await reconcile();
  await runJobs();
  expect(await jobs()).toMatchObject([{ attempts: 1 }]);
});
