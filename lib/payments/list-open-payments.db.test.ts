import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { transferResult } from '@/lib/astra/resources/transfers';
import { db } from '@/lib/db/prisma';
import { storeTransfer } from '@/lib/transfers/store/store-transfer';
import { wireTransfer } from '@/testing/astra/answers';
import { createRoutine } from '@/testing/astra/routines';
import { createPayment } from '@/testing/rows/payments';
import { createPerson } from '@/testing/rows/people';
import { createTransfer } from '@/testing/rows/transfers';
import { countMoreAwaited } from './count-more-awaited';
import { listOpenPayments } from './list-open-payments';

const statusesOf = async (userId: string) =>
  (await listOpenPayments(userId)).map(({ routineStatus }) => routineStatus);

test('whoever has just sent finds the payment until its transfer is there', async () => {
  const { id } = await createPerson();
  const routineAstraId = randomUUID();
  const payment = await createPayment(id, { routineAstraId });
  expect(await listOpenPayments(id)).toMatchObject([{ id: payment.id, routineStatus: null }]);
  await createRoutine(id, { astraId: routineAstraId, type: 'one-time' });
  expect(await statusesOf(id)).toEqual(['active']);
  await createTransfer(id, { routineAstraId, status: 'pending' });
  expect(await listOpenPayments(id)).toEqual([]);
});

test('what was changed since it was confirmed is listed as it stands now', async () => {
  const { id } = await createPerson();
  const change = { name: 'Deposit', amountCents: 100n };
  const { astraId } = await createRoutine(id, { type: 'one-time', ...change });
  await createPayment(id, { routineAstraId: astraId, name: 'Rent', amountCents: 100_000n });
  expect(await listOpenPayments(id)).toMatchObject([change]);
  await db().routine.update({ where: { astraId }, data: { name: null, amountCents: null } });
  expect(await listOpenPayments(id)).toMatchObject([{ name: 'Rent', amountCents: 100_000n }]);
});

test("another person's transfer does not stand for a payment", async () => {
  const [ann, ben] = [await createPerson(), await createPerson()];
  const routineAstraId = randomUUID();
  await createPayment(ann.id, { routineAstraId });
  await createTransfer(ben.id, { routineAstraId });
  expect(await listOpenPayments(ann.id)).toHaveLength(1);
  expect(await listOpenPayments(ben.id)).toEqual([]);
});

test('what repeats is listed among the routines alone', async () => {
  const { id } = await createPerson();
  await createPayment(id, { routineType: 'recurring', routineAstraId: randomUUID() });
  expect(await listOpenPayments(id)).toEqual([]);
});

test('what will not be sent is listed for a week, and what waits or was done until its transfer is there', async () => {
  const { id } = await createPerson();
  const ended = await createRoutine(id, { type: 'one-time', status: 'failed' });
  const paused = await createRoutine(id, { type: 'one-time', status: 'inactive' });
  const done = await createRoutine(id, { type: 'one-time', status: 'completed' });
  for (const { astraId } of [ended, paused, done]) {
    await createPayment(id, { routineAstraId: astraId });
  }
  expect(await statusesOf(id)).toEqual(['completed', 'inactive', 'failed']);
  await db().$executeRaw`
    UPDATE routines SET updated_at = clock_timestamp() - interval '8 days'
    WHERE user_id = ${id}::uuid`;
  expect(await statusesOf(id)).toEqual(['completed', 'inactive']);
});

test('a payment that was dated for later is planned until its day', async () => {
  for (const [startDate, starts] of [
    ['2999-01-01', 'Tuesday, January 1, 2999'],
    ['2026-01-05', null],
  ] as const) {
    const { id } = await createPerson();
    await createPayment(id, { routineAstraId: randomUUID(), terms: { startDate } });
    expect(await listOpenPayments(id)).toMatchObject([{ starts }]);
  }
});

test('what nobody knows yet stands before any number of newer payments that wait for their day', async () => {
  const { id } = await createPerson();
  const unknown = await createPayment(id, { status: 'unknown', createdAt: new Date('2026-01-05') });
  for (let day = 0; day < 25; day += 1) {
    await createPayment(id, { routineAstraId: randomUUID() });
  }
  const listed = await listOpenPayments(id);
  expect(listed).toHaveLength(21);
  expect(listed[0]).toMatchObject({ id: unknown.id });
  expect(await countMoreAwaited(id)).toBe(5);
});

test('once its transfer was seen, a payment is no longer among those that are looked through', async () => {
  const [ann, ben] = [await createPerson(), await createPerson()];
  const routineAstraId = randomUUID();
  const payment = await createPayment(ann.id, { routineAstraId });
  const seen = () =>
    transferResult.parse(wireTransfer({ id: randomUUID(), routine_id: routineAstraId }));
  const isMarked = async () =>
    (await db().payment.findUniqueOrThrow({ where: { id: payment.id } })).transferSeenAt !== null;
  await db().$transaction((tx) => storeTransfer(tx, ben.id, seen()));
  expect(await isMarked()).toBe(false);
  await db().$transaction((tx) => storeTransfer(tx, ann.id, seen()));
  expect(await isMarked()).toBe(true);
  expect(await listOpenPayments(ann.id)).toEqual([]);
  expect(await countMoreAwaited(ann.id)).toBe(0);
});
