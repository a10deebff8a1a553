import { randomUUID } from 'node:crypto';
import { beforeEach, expect, test } from 'vitest';
import { pacificDay } from '@/lib/astra';
import { routineResult } from '@/lib/astra/resources/routine-results';
import { type Payment } from '@/lib/db/generated/client';
import { db } from '@/lib/db/prisma';
import { storeRoutine } from '@/lib/routines/store-routine';
import { wireRoutine } from '@/testing/astra/answers';
import { createRoutine } from '@/testing/astra/routines';
import { forgetJobs, jobs } from '@/testing/jobs';
import { createKnownPerson, endWaits, forgetPeople, wantedWork } from '@/testing/rows/looked-at';
import { createPayment } from '@/testing/rows/payments';
import { reconcile } from './reconcile';

beforeEach(forgetPeople);

const paymentOf = (userId: string, change: Partial<Payment>) =>
  createPayment(userId, { status: 'unknown', sendBy: new Date(0), ...change });

test("an accepted payment without a transfer makes the person's transfers be listed", async () => {
  const { user } = await createKnownPerson();
  const routineAstraId = randomUUID();
  await paymentOf(user.id, { status: 'accepted', routineAstraId });
  await endWaits();
  await reconcile();
  expect(await wantedWork()).toEqual([{ userId: user.id }]);

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
  await endWaits();
  await reconcile();
  expect(await wantedWork()).toEqual([]);
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
  const { user } = await createKnownPerson();
  const { astraId: routineAstraId } = await createRoutine(user.id, { type: 'one-time', status });
  const createdAt = dayFromNow(-10);
  const { id } = await paymentOf(user.id, { status: 'accepted', routineAstraId, createdAt });
  await db().payment.update({ where: { id }, data: { terms } });
  await endWaits();
  await reconcile();
  const lists = await jobs('sync_transfers');
  expect(lists).toHaveLength(looks);
});

test('once a routine is seen to be done, the transfer that nobody told of is looked for at once', async () => {
  const { user } = await createKnownPerson();
  const { astraId: routineAstraId } = await createRoutine(user.id, { type: 'one-time' });
  await paymentOf(user.id, { status: 'accepted', routineAstraId });
  await endWaits();
  await reconcile();
  await forgetJobs();
  const shown = wireRoutine({ id: routineAstraId, type: 'one-time', status: 'completed' });
  const seenAt = dayFromNow(0);
  await db().$transaction((tx) => storeRoutine(tx, user.id, routineResult.parse(shown), seenAt));
  await reconcile();
  expect(await wantedWork()).toEqual([{ userId: user.id }]);
});

test('a payment that was just dated for later is not looked for before its day', async () => {
  const { user } = await createKnownPerson();
  const terms = { startDate: daysFromNow(2) };
  const { id } = await paymentOf(user.id, { status: 'accepted', routineAstraId: randomUUID() });
  await db().payment.update({ where: { id }, data: { terms } });
  await endWaits();
  await reconcile();
  expect(await wantedWork()).toEqual([]);
});

test.each(['sending', 'unknown'] as const)(
  'a payment that is %s past its time, with no job left, is settled after all',
  async (status) => {
    const { user } = await createKnownPerson();
    const { id } = await paymentOf(user.id, { status });
    await paymentOf(user.id, { status, sendBy: new Date(Date.now() + 60_000) });
    await endWaits();
    await reconcile();
    expect(await wantedWork()).toEqual([{ paymentId: id }]);
  },
);
