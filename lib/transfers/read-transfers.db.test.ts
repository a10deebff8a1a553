import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { db } from '@/lib/db/prisma';
import { findPayment } from '@/lib/payments/find-payment';
import { listOpenPayments } from '@/lib/payments/list-open-payments';
import { createRoutine } from '@/testing/astra/routines';
import { createPayment } from '@/testing/rows/payments';
import { createCard, createPerson } from '@/testing/rows/people';
import { findTransfer } from './detail/find-transfer';
import { listTransfers } from './list/list-transfers';

/** Somebody with a payment and its transfer between two cards. */
async function payer() {
  const user = await createPerson();
  const [source, destination] = [await createCard(user.id), await createCard(user.id)];
  const routineAstraId = randomUUID();
  const payment = await createPayment(user.id, { source, destination, routineAstraId });
  const transfer = await db().transfer.create({
    data: {
      userId: user.id,
      astraId: randomUUID(),
      routineAstraId,
      status: 'pending',
      amountCents: 500n,
      sourceAstraId: source.astraId,
      destinationAstraId: destination.astraId,
      history: { create: { status: 'pending' } },
    },
  });
  return { user, source, destination, payment, transfer };
}

test('a transfer is found with the names of its ends, its payment and its history', async () => {
  const { user, source, payment, transfer } = await payer();
  // Names outlive what they name.
  await db().card.delete({ where: { id: source.id } });
  expect(await findTransfer(user.id, transfer.id)).toMatchObject({
    id: transfer.id,
    ends: { from: payment.sourceLabel, to: payment.destinationLabel },
    payment: { id: payment.id },
    history: [{ status: 'pending' }],
  });
  expect(await findPayment(user.id, payment.id)).toMatchObject({ transfer: { id: transfer.id } });
});

test("nobody finds or lists another person's transfers and payments", async () => {
  const [ann, ben] = [await payer(), await payer()];
  expect(await findTransfer(ben.user.id, ann.transfer.id)).toBeNull();
  expect(await findPayment(ben.user.id, ann.payment.id)).toBeNull();
  const listed = await listTransfers(ben.user.id);
  expect(listed.map(({ id }) => id)).toEqual([ben.transfer.id]);
});

test("a transfer that names another person's card shows nothing of it", async () => {
  const [ann, ben] = [await payer(), await payer()];
  const where = { id: ann.transfer.id };
  const data = { sourceAstraId: ben.source.astraId, routineAstraId: ben.payment.routineAstraId };
  await db().transfer.update({ where, data });
  const found = await findTransfer(ann.user.id, ann.transfer.id);
  expect(found).toMatchObject({
    payment: null,
    ends: { from: null, to: 'Visa ending in 5556' },
  });
});

test("a payment whose routine has another person's transfer shows none", async () => {
  const [ann, ben] = [await payer(), await payer()];
  await db().transfer.update({
    where: { id: ann.transfer.id },
    data: { routineAstraId: ben.payment.routineAstraId },
  });
  await db().transfer.delete({ where: { id: ben.transfer.id } });
  expect(await findPayment(ben.user.id, ben.payment.id)).toMatchObject({ transfer: null });
});

test('a payment that was changed since it was confirmed is found as it stands now', async () => {
  const { id } = await createPerson();
  const change = { name: 'Deposit', amountCents: 100n };
  const { astraId } = await createRoutine(id, { type: 'one-time', ...change });
  const confirmed = { routineAstraId: astraId, name: 'Rent', amountCents: 100_000n };
  const payment = await createPayment(id, confirmed);
  expect(await findPayment(id, payment.id)).toMatchObject(change);
});

test.each(['', 'x', '../../etc', "' OR true", '00000000-0000-0000-0000-00000000000g', '\0'])(
  'the page id %j leads to nothing, not to an error',
  async (id) => {
    const { user } = await payer();
    expect(await findTransfer(user.id, id)).toBeNull();
    expect(await findPayment(user.id, id)).toBeNull();
  },
);

test('the newest transfers come first, as many as are wanted', async () => {
  const { id: userId } = await createPerson();
  for (let day = 1; day <= 5; day += 1) {
    const startedAt = new Date(Date.UTC(2026, 0, day));
    const data = { userId, astraId: `${userId}-${day}`, status: 'processed', amountCents: 1n };
    await db().transfer.create({ data: { ...data, startedAt } });
  }
  const listed = await listTransfers(userId, 3);
  expect(listed.map(({ startedAt }) => startedAt.getUTCDate())).toEqual([5, 4, 3]);
});

test('payments that are not decided are listed for their person, and no others', async () => {
  const { user, payment } = await payer();
  const where = { id: payment.id };
  for (const [status, open] of [
    ['sending', 1],
    ['unknown', 1],
    ['accepted', 0],
    ['refused', 0],
    ['not_executed', 0],
  ] as const) {
    await db().payment.update({ where, data: { status } });
    expect(await listOpenPayments(user.id)).toHaveLength(open);
  }
});
