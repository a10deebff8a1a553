import { expect, test } from 'vitest';
import type { Payment } from '@/lib/db/generated/client';
import { db } from '@/lib/db/prisma';
import { toCents } from '@/lib/money';
import { astra } from '@/lib/partner/astra';
import { withAccessToken } from '@/lib/tokens/with-access-token';
import { syncResource } from '@/lib/webhooks/sync/sync-resource';
import { wireRoutine } from '@/testing/astra/answers';
import { useEmulator } from '@/testing/astra/emulator';
import { routinesOf } from '@/testing/astra/routines';
import { letWindowsPass, sendWith } from '@/testing/astra/undecided-payments';
import { forgetJobs, jobs, makeJobsDue, runJobs } from '@/testing/jobs';
import { confirmedOrder } from '@/testing/rows/payments';
import { until } from '@/testing/until';
import { sendPayment } from '../send/send-payment';
import { settlePayment } from './settle-payment';

const emulator = await useEmulator();
const payment = (id: string) => db().payment.findUniqueOrThrow({ where: { id } });

test('a payment whose answer was lost is found at Astra and accepted, with one routine', async () => {
  const { person, paymentId } = await sendWith(emulator, { kind: 'lose_answer' });
  expect((await payment(paymentId)).status).toBe('unknown');
  await settlePayment(paymentId);
  const routines = await routinesOf(emulator, person);
  expect(routines).toHaveLength(1);
  expect(await payment(paymentId)).toMatchObject({
    status: 'accepted',
    routineAstraId: routines[0]?.id,
  });
  expect(emulator.proxy.calls('POST', '/v1/routines')).toHaveLength(1);
});

test('a payment that Astra never got is given up after two looks, and never sent', async () => {
  const { person, paymentId } = await sendWith(emulator, { kind: 'lose_request' });
  await letWindowsPass(paymentId);
  await settlePayment(paymentId);
  expect(await payment(paymentId)).toMatchObject({ status: 'unknown', negativeReads: 1 });
  await settlePayment(paymentId);
  expect(await payment(paymentId)).toMatchObject({
    status: 'not_executed',
    refusal: expect.stringContaining('No money has moved'),
  });
  expect(await routinesOf(emulator, person)).toEqual([]);
  expect(emulator.proxy.calls('POST', '/v1/routines')).toHaveLength(1);
});

test('a payment is never called unreceived while a routine without our reference could be it', async () => {
  const { person, paymentId } = await sendWith(emulator, { kind: 'lose_request' });
  await withAccessToken(person.user.id, (accessToken) =>
    astra().routines.create({
      accessToken,
      routine: {
        type: 'one-time',
        payment_type: 'debit',
        name: 'Rent',
        source_id: person.cards[0]?.astraId ?? '',
        destination_id: person.cards[1]?.astraId ?? '',
        amount_cents: toCents(2000n),
      },
    }),
  );
  await letWindowsPass(paymentId);
  for (let look = 0; look < 3; look += 1) await settlePayment(paymentId);
  expect(await payment(paymentId)).toMatchObject({ status: 'unknown', negativeReads: 0 });
});

test('a payment is never called unreceived while a routine with an unreadable amount could be it', async () => {
  const { paymentId } = await sendWith(emulator, { kind: 'lose_request' });
  const odd = wireRoutine({ created: new Date().toISOString(), amount: null });
  const body = { count: 1, routines: [odd] };
  emulator.proxy.arm(
    'GET',
    '/v1/routines',
    { kind: 'answer', status: 200, body, workIsDone: false },
    3,
  );
  await letWindowsPass(paymentId);
  for (let look = 0; look < 3; look += 1) await settlePayment(paymentId);
  expect(await payment(paymentId)).toMatchObject({ status: 'unknown', negativeReads: 0 });
});

/** Has Astra's list show these routines alone, the next times that it is asked for. */
function listOnly(...routines: ReturnType<typeof wireRoutine>[]): void {
  const body = { count: routines.length, routines };
  const fault = { kind: 'answer', status: 200, body, workIsDone: false } as const;
  emulator.proxy.arm('GET', '/v1/routines', fault, 3);
}

/** A routine that agrees with the payment in amount and ends, made now. */
function likeRoutine({ sourceAstraId, destinationAstraId }: Payment) {
  return wireRoutine({
    created: new Date().toISOString(),
    name: 'Other words',
    amount: 20,
    source_id: sourceAstraId,
    destination_id: destinationAstraId,
  });
}

type Change = (payment: Payment) => Parameters<typeof wireRoutine>[0];

test.each<[string, Change]>([
  ['without a reference', () => ({})],
  ['with another reference', () => ({ client_correlation_id: '22222222' })],
  [
    'with its reference in another case and another amount',
    ({ clientCorrelationId }) => ({
      client_correlation_id: clientCorrelationId.toLowerCase(),
      amount: 21,
    }),
  ],
  ['whose ends are not shown', () => ({ source_id: null, destination_id: null })],
])('a payment is never called unreceived while a routine %s could be it', async (_what, change) => {
  const { paymentId } = await sendWith(emulator, { kind: 'lose_request' });
  // Letters have two cases, digits do not.
  const data = { clientCorrelationId: 'RENTRENT' };
  const lost = await db().payment.update({ where: { id: paymentId }, data });
  listOnly({ ...likeRoutine(lost), ...change(lost) });
  await letWindowsPass(paymentId);
  for (let look = 0; look < 3; look += 1) await settlePayment(paymentId);
  expect(await payment(paymentId)).toMatchObject({ status: 'unknown', negativeReads: 0 });
});

test('a payment between settlement accounts is never called unreceived while its reference is in a name', async () => {
  const { paymentId } = await sendWith(emulator, { kind: 'lose_request' });
  const { clientCorrelationId } = await db().payment.update({
    where: { id: paymentId },
    data: { direction: 'book', name: 'For  the till' },
  });
  const name = `for the till ${clientCorrelationId.toLowerCase()}`;
  listOnly(wireRoutine({ created: new Date().toISOString(), name }));
  await letWindowsPass(paymentId);
  for (let look = 0; look < 3; look += 1) await settlePayment(paymentId);
  expect(await payment(paymentId)).toMatchObject({ status: 'unknown', negativeReads: 0 });
});

test('the same payment made another time is no reason to doubt that this one never arrived', async () => {
  const { person, paymentId } = await sendWith(emulator, { kind: 'lose_request' });
  await sendPayment(confirmedOrder(person, { amountCents: toCents(2000n) }));
  expect(await routinesOf(emulator, person)).toHaveLength(1);
  await letWindowsPass(paymentId);
  for (let look = 0; look < 2; look += 1) await settlePayment(paymentId);
  expect(await payment(paymentId)).toMatchObject({ status: 'not_executed' });
});

test('a payment is found at an Astra whose times are not UTC, behind a newer routine', async () => {
  const { paymentId } = await sendWith(emulator, { kind: 'lose_request' });
  const lost = await payment(paymentId);
  const created = new Date(Date.now() - 12 * 60 * 60_000).toISOString();
  const reference = { client_correlation_id: lost.clientCorrelationId };
  const own = { ...likeRoutine(lost), ...reference, created };
  listOnly(wireRoutine({ created }), own);
  await settlePayment(paymentId);
  expect(await payment(paymentId)).toMatchObject({ status: 'accepted', routineAstraId: own.id });
});

test('two looks at the same moment count as one', async () => {
  const { paymentId } = await sendWith(emulator, { kind: 'lose_request' });
  await letWindowsPass(paymentId);
  const asked = () => emulator.proxy.calls('GET', '/v1/routines').length;
  const before = asked();
  const hold = { kind: 'hold', workIsDone: false } as const;
  const gate = emulator.proxy.arm('GET', '/v1/routines', hold, 2);
  const looks = Promise.all([settlePayment(paymentId), settlePayment(paymentId)]);
  await until('both to ask Astra', () => asked() === before + 2);
  gate.release();
  await looks;
  expect(await payment(paymentId)).toMatchObject({ status: 'unknown', negativeReads: 1 });
});

test('looks before the list can be trusted do not count', async () => {
  const { paymentId } = await sendWith(emulator, { kind: 'lose_request' });
  for (let look = 0; look < 3; look += 1) await settlePayment(paymentId);
  expect(await payment(paymentId)).toMatchObject({ status: 'unknown', negativeReads: 0 });
});

test('a payment that may still be being sent is left alone, to be looked at later', async () => {
  const { paymentId } = await sendWith(emulator, { kind: 'lose_request' });
  await db().payment.update({ where: { id: paymentId }, data: { status: 'sending' } });
  await forgetJobs();
  emulator.proxy.reset();
  await settlePayment(paymentId);
  expect((await payment(paymentId)).status).toBe('sending');
  expect(emulator.proxy.seen()).toEqual([]);
  expect(await jobs('settle_payment')).toHaveLength(1);
});

test('a payment whose sender died is settled by the worker alone', async () => {
  const { person, paymentId } = await sendWith(emulator, { kind: 'lose_answer' });
  await db().payment.update({ where: { id: paymentId }, data: { status: 'sending' } });
  await letWindowsPass(paymentId);
  await makeJobsDue();
  await runJobs();
  expect((await payment(paymentId)).status).toBe('accepted');
  expect(await routinesOf(emulator, person)).toHaveLength(1);
});

test('an Astra that does not answer leaves a payment unknown', async () => {
  const { paymentId } = await sendWith(emulator, { kind: 'lose_answer' });
  const fault = { kind: 'answer', status: 503, workIsDone: false } as const;
  emulator.proxy.arm('GET', '/v1/routines', fault, 3);
  await expect(settlePayment(paymentId)).rejects.toMatchObject({ kind: 'server' });
  expect(await payment(paymentId)).toMatchObject({ status: 'unknown', negativeReads: 0 });
});

test('a payment of somebody who must authorize again waits, and is settled after that', async () => {
  const { person, paymentId } = await sendWith(emulator, { kind: 'lose_answer' });
  const where = { userId: person.user.id };
  await db().astraConnection.update({ where, data: { status: 'needs_authorization' } });
  await settlePayment(paymentId);
  expect((await payment(paymentId)).status).toBe('unknown');
  await db().astraConnection.update({ where, data: { status: 'active' } });
  await settlePayment(paymentId);
  expect((await payment(paymentId)).status).toBe('accepted');
});

test('two recoverers at once come to one result', async () => {
  const { person, paymentId } = await sendWith(emulator, { kind: 'lose_answer' });
  await Promise.all([settlePayment(paymentId), settlePayment(paymentId), settlePayment(paymentId)]);
  expect((await payment(paymentId)).status).toBe('accepted');
  expect(await routinesOf(emulator, person)).toHaveLength(1);
});

test('a payment that was given up wrongly is accepted when its routine shows up', async () => {
  const { person, paymentId } = await sendWith(emulator, { kind: 'lose_answer' });
  await db().payment.update({
    where: { id: paymentId },
    data: { status: 'not_executed', refusal: 'Astra never received this payment.' },
  });
  const [routine] = await routinesOf(emulator, person);
  const subject = { resource: 'routine', resourceId: routine?.id ?? '' } as const;
  await syncResource({ ...subject, astraUserId: person.astraUserId }, false);
  expect(await payment(paymentId)).toMatchObject({ status: 'accepted', refusal: null });
});
