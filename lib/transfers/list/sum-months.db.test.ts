import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { db } from '@/lib/db/prisma';
import { createPayment } from '@/testing/rows/payments';
import { createConnectedPerson, createPerson } from '@/testing/rows/people';
import { createTransfer } from '@/testing/rows/transfers';
import { sumMonths } from './sum-months';

async function connected() {
  const astraUserId = randomUUID();
  const { id } = await createConnectedPerson({ astraUserId });
  return { id, astraUserId };
}

/** The months that are summed up, the oldest first. */
const months = (await sumMonths((await createPerson()).id)).map(({ month }) => month);
const oldest = months[0] ?? '';

/** A moment before and one after the Pacific month begins; its first day is never in summer's first hours. */
async function pacific(month: string, hour: number): Promise<Date> {
  const [row] = await db().$queryRaw<{ at: Date }[]>`
    SELECT (${`${month}-01`}::timestamp + make_interval(hours => ${hour}::int))
      AT TIME ZONE 'America/Los_Angeles' AS at`;
  return row?.at ?? new Date(0);
}

test('there are always twelve months, ending with this one, whatever moved', async () => {
  const sums = await sumMonths((await createPerson()).id);
  expect(sums).toHaveLength(12);
  expect(new Set(sums.map(({ month }) => month)).size).toBe(12);
  expect(sums.every((sum) => sum.inCents + sum.outCents + sum.ownCents === 0n)).toBe(true);
});

test('money from others, to others and between one’s own is summed apart', async () => {
  const [ann, ben] = [await connected(), await connected()];
  const startedAt = await pacific(oldest, 1);
  const made = (userId: string, destinationAstraUserId: string | null, amountCents: bigint) =>
    createTransfer(userId, { destinationAstraUserId, amountCents, startedAt });
  await made(ann.id, ann.astraUserId, 1n);
  await made(ann.id, null, 2n);
  await made(ann.id, ben.astraUserId, 40n);
  await made(ben.id, ann.astraUserId, 500n);
  await made(ben.id, randomUUID(), 6_000n);
  expect((await sumMonths(ann.id))[0]).toEqual({
    month: oldest,
    inCents: 500n,
    outCents: 40n,
    ownCents: 3n,
  });
});

test('the payment tells who receives where the transfer does not', async () => {
  const [ann, ben] = [await connected(), await connected()];
  const routineAstraId = randomUUID();
  await createPayment(ann.id, { routineAstraId, destinationAstraUserId: ben.astraUserId });
  await createTransfer(ann.id, { routineAstraId, startedAt: await pacific(oldest, 1) });
  expect((await sumMonths(ann.id))[0]).toMatchObject({ outCents: 500n, ownCents: 0n });
});

test('what arrives is summed after fees, and what moved with another amount than confirmed as it moved', async () => {
  const [ann, ben] = [await connected(), await connected()];
  const startedAt = await pacific(oldest, 1);
  for (const amountCents of [500n, 100n]) {
    const ends = { routineAstraId: randomUUID(), destinationAstraUserId: ann.astraUserId };
    await createPayment(ben.id, { ...ends, recipientId: ann.id, pushCents: 490n });
    await createTransfer(ben.id, { ...ends, amountCents, startedAt });
  }
  expect((await sumMonths(ann.id))[0]).toMatchObject({ inCents: 590n });
});

test('what has not arrived, or went back, does not count', async () => {
  const { id } = await connected();
  for (const status of ['pending', 'failed', 'cancelled', 'on_hold']) {
    await createTransfer(id, { status, startedAt: await pacific(oldest, 1) });
  }
  expect((await sumMonths(id)).every(({ ownCents }) => ownCents === 0n)).toBe(true);
});

test('months begin at midnight of the Pacific, and sums of any size are exact', async () => {
  const { id } = await connected();
  const [, second = ''] = months;
  const ofOldest = new Date((await pacific(second, 0)).getTime() - 1);
  await createTransfer(id, { amountCents: 3n, startedAt: ofOldest });
  const most = 9_223_372_036_854_775_807n;
  const startedAt = await pacific(second, 0);
  for (const amountCents of [most, most]) await createTransfer(id, { amountCents, startedAt });
  const beforeAll = new Date((await pacific(oldest, 0)).getTime() - 1);
  await createTransfer(id, { startedAt: beforeAll });
  const sums = await sumMonths(id);
  expect(sums.map(({ ownCents }) => ownCents).slice(0, 3)).toEqual([3n, 2n * most, 0n]);
});
