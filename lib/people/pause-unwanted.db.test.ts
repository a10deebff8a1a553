import { randomUUID } from 'node:crypto';
import { beforeEach, expect, test } from 'vitest';
import type { Payment } from '@/lib/db/generated/client';
import { db } from '@/lib/db/prisma';
import { toCents } from '@/lib/money';
import { findPayment } from '@/lib/payments/find-payment';
import { newCorrelationId } from '@/lib/payments/order/correlation-id';
import { acceptPayment } from '@/lib/payments/settle/accept-payment';
import { pauseRoutine } from '@/lib/routines/pause-routine';
import { resumeRoutine } from '@/lib/routines/resume-routine';
import { useEmulator } from '@/testing/astra/emulator';
import { createKnownRoutine, routinesOf } from '@/testing/astra/routines';
import { forgetJobs, jobs, runJobs } from '@/testing/jobs';
import { createPayment } from '@/testing/rows/payments';
import { createCard, createConnectedPerson } from '@/testing/rows/people';
import { createTransfer } from '@/testing/rows/transfers';
import { listPlanned } from './list-planned';
import { pauseUnwanted } from './pause-unwanted';
import { setReceiving } from './set-receiving';

const emulator = await useEmulator();
beforeEach(forgetJobs);

/** Somebody who receives money on a card. */
async function createReceiver() {
  const { id } = await createConnectedPerson();
  const receiving = { kind: 'card', id: (await createCard(id)).id } as const;
  await setReceiving(id, receiving);
  return { id, receiving };
}

/** Somebody whose weekly routine, known here, pays another person. */
async function createPayer(recipientId: string) {
  const { person, id } = await createKnownRoutine(emulator);
  const change = { recipientId, routineType: 'recurring', routineAstraId: id };
  const payment = await createPayment(person.user.id, change);
  return { person, userId: person.user.id, id, payment };
}

const planned = async (recipientId: string) => (await listPlanned(recipientId)).payments;

test('who chooses to receive nothing has what others have planned to send paused, and nothing else', async () => {
  const [recipient, other] = [await createReceiver(), await createReceiver()];
  const unwanted = await createPayer(recipient.id);
  const wanted = await createPayer(other.id);
  await setReceiving(recipient.id, null);
  await runJobs();
  expect(await routinesOf(emulator, unwanted.person)).toMatchObject([{ status: 'inactive' }]);
  expect(await routinesOf(emulator, wanted.person)).toMatchObject([{ status: 'active' }]);
  expect(await planned(recipient.id)).toMatchObject([{ isPaused: true, repeats: true }]);
  expect(await db().auditEvent.findMany({ where: { correlationId: unwanted.id } })).toMatchObject([
    { userId: unwanted.userId, actorId: null, action: 'routine.paused' },
  ]);
});

test('a sender cannot resume what pays somebody who receives nothing, until they receive again', async () => {
  const recipient = await createReceiver();
  const { person, userId, id, payment } = await createPayer(recipient.id);
  await setReceiving(recipient.id, null);
  await runJobs();
  await expect(resumeRoutine(userId, id)).rejects.toThrow(/has stopped receiving money/);
  expect(await findPayment(userId, payment.id)).toMatchObject({ isUnwanted: true });
  await setReceiving(recipient.id, recipient.receiving);
  expect(await findPayment(userId, payment.id)).toMatchObject({ isUnwanted: false });
  await resumeRoutine(userId, id);
  expect(await routinesOf(emulator, person)).toMatchObject([{ status: 'active' }]);
});

test('who changes their mind before the worker comes has nothing paused', async () => {
  const recipient = await createReceiver();
  const { person } = await createPayer(recipient.id);
  await setReceiving(recipient.id, null);
  await setReceiving(recipient.id, recipient.receiving);
  await runJobs();
  expect(await routinesOf(emulator, person)).toMatchObject([{ status: 'active' }]);
});

test('when Astra cannot be asked, pausing is tried again', async () => {
  const recipient = await createReceiver();
  const { id, payment } = await createPayer(recipient.id);
  const down = { kind: 'answer', status: 503, workIsDone: false } as const;
  emulator.proxy.arm('PUT', `/v1/routines/${id}`, down);
  await setReceiving(recipient.id, null);
  await runJobs();
  expect(await jobs('pause_unwanted')).toMatchObject([{ payload: { paymentId: payment.id } }]);
});

test('what was being sent when its recipient chose nothing is paused once Astra has it', async () => {
  const recipient = await createReceiver();
  const { person, userId, id, payment } = await createPayer(recipient.id);
  await db().payment.update({
    where: { id: payment.id },
    data: { status: 'unknown', routineAstraId: null },
  });
  await setReceiving(recipient.id, null);
  expect(await jobs('pause_unwanted')).toEqual([]);
  const evidence = {
    id,
    name: payment.name,
    client_correlation_id: payment.clientCorrelationId,
    amount_cents: toCents(500n),
    source_id: payment.sourceAstraId,
    destination_id: payment.destinationAstraId,
  };
  await db().$transaction((tx) => acceptPayment(tx, userId, evidence));
  await runJobs();
  expect(await routinesOf(emulator, person)).toMatchObject([{ status: 'inactive' }]);
});

/** Has the same person plan the same payment very many times more, which all are newer. */
async function planMany(payment: Payment, count: number): Promise<void> {
  const astraIds = Array.from({ length: count }, () => randomUUID());
  await db().routine.createMany({
    data: astraIds.map((astraId) => ({ astraId, userId: payment.userId, status: 'active' })),
  });
  await db().payment.createMany({
    data: astraIds.map((routineAstraId) => ({
      ...payment,
      id: randomUUID(),
      idempotencyKey: randomUUID(),
      clientCorrelationId: newCorrelationId(),
      createdAt: new Date(payment.createdAt.getTime() + 60_000),
      routineAstraId,
      terms: {},
    })),
  });
}

test('very many plans of one sender keep nothing from being paused, and the newest are shown', async () => {
  const recipient = await createReceiver();
  const wall = await createPayer(recipient.id);
  const oldest = await createPayer(recipient.id);
  await planMany(wall.payment, 250);
  await setReceiving(recipient.id, null);
  const asked = await jobs('pause_unwanted');
  expect(asked).toHaveLength(252);
  expect(asked).toContainEqual(
    expect.objectContaining({ payload: { paymentId: oldest.payment.id } }),
  );
  await pauseUnwanted(oldest.payment.id);
  expect(await routinesOf(emulator, oldest.person)).toMatchObject([{ status: 'inactive' }]);
  const { payments, total } = await listPlanned(recipient.id);
  expect({ shown: payments.length, total }).toEqual({ shown: 50, total: 252 });
});

test('what is paused already is not paused again', async () => {
  const recipient = await createReceiver();
  const { userId, id } = await createPayer(recipient.id);
  await pauseRoutine(userId, id);
  await setReceiving(recipient.id, null);
  expect(await jobs('pause_unwanted')).toEqual([]);
});

test('others’ plans are told with their day until they begin, and nothing that is sent at once', async () => {
  const recipient = await createReceiver();
  const { userId, id, payment } = await createPayer(recipient.id);
  const where = { id: payment.id };
  const once = (terms: object) =>
    db().payment.update({ where, data: { routineType: 'one-time', terms } });
  await once({});
  expect(await planned(recipient.id)).toEqual([]);
  await once({ startDate: '2999-01-01' });
  expect(await planned(recipient.id)).toMatchObject([
    { amountCents: 500n, repeats: false, isPaused: false, starts: 'Tuesday, January 1, 2999' },
  ]);
  await createTransfer(userId, { routineAstraId: id, status: 'pending' });
  expect(await planned(recipient.id)).toEqual([]);
});

test('a plan names its sender as Astra knows them, and the program as no person can be called', async () => {
  const recipient = await createReceiver();
  const { userId, payment } = await createPayer(recipient.id);
  const where = { id: payment.id };
  const sender = async () => (await planned(recipient.id))[0]?.sender;
  await db().astraConnection.update({ where: { userId }, data: { shortName: 'Astra' } });
  expect(await sender()).toEqual({ kind: 'person', name: 'Astra' });
  await db().payment.update({ where, data: { sourceKind: 'payment_instrument' } });
  expect(await sender()).toEqual({ kind: 'program' });
});
