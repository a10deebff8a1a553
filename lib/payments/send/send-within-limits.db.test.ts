import { expect, test } from 'vitest';
import { databaseTime } from '@/lib/db/database-time';
import { db } from '@/lib/db/prisma';
import { pacificMidnights } from '@/lib/limits/pacific-midnights';
import { readLimits } from '@/lib/limits/read-limits';
import { controlEmulator } from '@/testing/astra/control';
import { useEmulator } from '@/testing/astra/emulator';
import { type AstraPerson, cardNumbers, createAstraPerson } from '@/testing/astra/person';
import { routinesOf } from '@/testing/astra/routines';
import { runJobs } from '@/testing/jobs';
import { confirmedOrder } from '@/testing/rows/payments';
import { sendPayment } from './send-payment';

const emulator = await useEmulator();

async function limitedTo(perDay: number | null): Promise<AstraPerson> {
  const person = await createAstraPerson(emulator, {
    cards: [cardNumbers.works, cardNumbers.alsoWorks],
  });
  await db().astraConnection.update({
    where: { userId: person.user.id },
    data: { cardTransfersPerDay: perDay },
  });
  return person;
}

const paymentsOf = ({ user }: AstraPerson) => db().payment.findMany({ where: { userId: user.id } });
const usedUp =
  /^Astra lets you send one payment a day from card to card, and.*midnight Pacific.*No money/;

test.each([1, 3])(
  'of twenty payments at once no more than the day’s %i are sent',
  async (perDay) => {
    const person = await limitedTo(perDay);
    const ends = await Promise.allSettled(
      Array.from({ length: 20 }, () => sendPayment(confirmedOrder(person))),
    );
    const refused = ends.filter(({ status }) => status === 'rejected');
    expect(refused).toHaveLength(20 - perDay);
    for (const end of refused) {
      expect(end).toMatchObject({ reason: { name: 'UserFacingError' } });
    }
    expect(await paymentsOf(person)).toHaveLength(perDay);
    expect(emulator.proxy.calls('POST', '/v1/routines')).toHaveLength(perDay);
    expect((await readLimits(person.user.id)).cardPayments).toMatchObject({ perDay, left: 0 });
  },
);

test('one form sent sixteen times at once by a person with one payment a day is that payment', async () => {
  const person = await limitedTo(1);
  const order = confirmedOrder(person);
  const answers = await Promise.all(Array.from({ length: 16 }, () => sendPayment(order)));
  expect(new Set(answers.map(({ paymentId }) => paymentId)).size).toBe(1);
  expect(await sendPayment(order)).toEqual(answers[0]);
  expect(await routinesOf(emulator, person)).toHaveLength(1);
});

test('a payment beyond the limit leaves nothing behind, and Astra is not asked', async () => {
  const person = await limitedTo(1);
  await sendPayment(confirmedOrder(person));
  emulator.proxy.reset();
  await expect(sendPayment(confirmedOrder(person))).rejects.toThrow(usedUp);
  expect(await paymentsOf(person)).toHaveLength(1);
  expect(emulator.proxy.seen()).toEqual([]);
});

test('a payment that Astra refused leaves the day as it was; one that nobody knows of does not', async () => {
  const person = await limitedTo(1);
  const first = await sendPayment(confirmedOrder(person));
  const become = (status: 'refused' | 'not_executed' | 'unknown' | 'sending') =>
    db().payment.update({ where: { id: first.paymentId }, data: { status } });
  const left = async () => (await readLimits(person.user.id)).cardPayments?.left;
  for (const status of ['refused', 'not_executed'] as const) {
    await become(status);
    expect(await left()).toBe(1);
  }
  for (const status of ['unknown', 'sending'] as const) {
    await become(status);
    expect(await left()).toBe(0);
    await expect(sendPayment(confirmedOrder(person))).rejects.toThrow(usedUp);
  }
});

test('the payments of yesterday count no more, by the calendar of Los Angeles', async () => {
  const person = await limitedTo(1);
  const { paymentId } = await sendPayment(confirmedOrder(person));
  const { startedAt, endsAt } = pacificMidnights(await databaseTime());
  const madeAt = (createdAt: Date) =>
    db().payment.update({ where: { id: paymentId }, data: { createdAt } });

  await madeAt(startedAt);
  expect((await readLimits(person.user.id)).cardPayments).toEqual({
    perDay: 1,
    left: 0,
    beginsAnewAt: endsAt,
  });
  await expect(sendPayment(confirmedOrder(person))).rejects.toThrow(usedUp);

  await madeAt(new Date(startedAt.getTime() - 1));
  expect((await readLimits(person.user.id)).cardPayments?.left).toBe(1);
  await sendPayment(confirmedOrder(person));
  expect(await paymentsOf(person)).toHaveLength(2);
});

test('one person’s payments do not use up the day of another', async () => {
  const [ann, ben] = [await limitedTo(1), await limitedTo(1)];
  await sendPayment(confirmedOrder(ann));
  await sendPayment(confirmedOrder(ben));
  expect(await paymentsOf(ben)).toHaveLength(1);
});

test('nobody is limited by what is not known', async () => {
  const person = await limitedTo(null);
  await Promise.all([1, 2, 3].map(() => sendPayment(confirmedOrder(person))));
  expect(await routinesOf(emulator, person)).toHaveLength(3);
});

test('limits that no event told of are found when Astra refuses for the first time', async () => {
  const person = await limitedTo(null);
  await controlEmulator(emulator, 'capabilities lower', { user: person.astraUserId });
  await sendPayment(confirmedOrder(person));
  const { paymentId } = await sendPayment(confirmedOrder(person));
  expect(await db().payment.findUnique({ where: { id: paymentId } })).toMatchObject({
    status: 'refused',
  });
  await runJobs();
  await expect(sendPayment(confirmedOrder(person))).rejects.toThrow(usedUp);
});

test.each(['suspended', 'rejected', 'pending'])(
  'nothing is written for a person who is %s at Astra',
  async (astraUserStatus) => {
    const person = await limitedTo(null);
    await db().astraConnection.update({
      where: { userId: person.user.id },
      data: { astraUserStatus },
    });
    await expect(sendPayment(confirmedOrder(person))).rejects.toThrow(/does not let you.*No money/);
    expect(await paymentsOf(person)).toEqual([]);
    expect(emulator.proxy.calls('POST', '/v1/routines')).toEqual([]);
  },
);

test('somebody who may only receive sends nothing', async () => {
  const person = await limitedTo(null);
  await db().astraConnection.update({
    where: { userId: person.user.id },
    data: { kycType: 'receive-only' },
  });
  await expect(sendPayment(confirmedOrder(person))).rejects.toThrow(/and not send any/);
  expect(await paymentsOf(person)).toEqual([]);
});
