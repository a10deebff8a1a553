import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { cents } from '@/lib/astra';
import { db } from '@/lib/db/prisma';
import { toCents } from '@/lib/money';
import { receiveWebhook } from '@/lib/webhooks/receive';
import { useEmulator } from '@/testing/astra/emulator';
import { cardNumbers, createAstraPerson } from '@/testing/astra/person';
import { routinesOf } from '@/testing/astra/routines';
import { makeJobsDue, runJobs } from '@/testing/jobs';
import { confirmedOrder, createPayment } from '@/testing/rows/payments';
import { createCard, createPerson } from '@/testing/rows/people';
import { until } from '@/testing/until';
import { sendPayment } from '../send/send-payment';
import { acceptPayment, type RoutineEvidence } from './accept-payment';

const emulator = await useEmulator();

/** An undecided payment of $5, and the routine that would prove it. */
async function undecided() {
  const user = await createPerson();
  const [source, destination] = [await createCard(user.id), await createCard(user.id)];
  const payment = await createPayment(user.id, { source, destination, status: 'unknown' });
  const evidence: RoutineEvidence = {
    id: randomUUID(),
    client_correlation_id: payment.clientCorrelationId,
    amount_cents: cents(500),
    source_id: source.astraId,
    destination_id: destination.astraId,
  };
  const now = () => db().payment.findUniqueOrThrow({ where: { id: payment.id } });
  return { user, evidence, now };
}

test('a routine that agrees in everything is tied to its payment, once', async () => {
  const { user, evidence, now } = await undecided();
  expect(await acceptPayment(db(), user.id, evidence)).toBe(true);
  expect(await acceptPayment(db(), user.id, { ...evidence, id: randomUUID() })).toBe(false);
  expect(await now()).toMatchObject({ status: 'accepted', routineAstraId: evidence.id });
});

test.each([
  ['another amount', { amount_cents: cents(501) }],
  ['no amount', { amount_cents: null }],
  ['another source', { source_id: randomUUID() }],
  ['no source', { source_id: null }],
  ['another destination', { destination_id: randomUUID() }],
  ['another reference', { client_correlation_id: '22222222' }],
  ['no reference', { client_correlation_id: null }],
])('a routine with %s is not taken for the payment', async (_what, change) => {
  const { user, evidence, now } = await undecided();
  expect(await acceptPayment(db(), user.id, { ...evidence, ...change })).toBe(false);
  expect(await now()).toMatchObject({ status: 'unknown', routineAstraId: null });
});

test("another person's routine is never taken for the payment", async () => {
  const { evidence, now } = await undecided();
  const stranger = await createPerson();
  expect(await acceptPayment(db(), stranger.id, evidence)).toBe(false);
  expect((await now()).status).toBe('unknown');
});

test('an event that overtakes the answer makes one accepted payment, and the answer changes nothing', async () => {
  const person = await createAstraPerson(emulator, {
    cards: [cardNumbers.works, cardNumbers.alsoWorks],
  });
  emulator.webhooks.handOver(({ body, signature }) => receiveWebhook(body, signature));
  const gate = emulator.proxy.arm('POST', '/v1/routines', { kind: 'hold', workIsDone: true });
  const sending = sendPayment(confirmedOrder(person, { amountCents: toCents(1999n) }));
  await gate.reached;
  const where = { userId: person.user.id };
  const early = await until('the transfer to be processed', async () => {
    await makeJobsDue();
    await runJobs();
    const done = { ...where, status: 'processed' };
    const isDone = (await db().transfer.count({ where: done })) > 0;
    return isDone && db().payment.findFirst({ where: { ...where, status: 'accepted' } });
  });
  gate.release();
  const { paymentId } = await sending;
  const [routine, ...others] = await routinesOf(emulator, person);
  expect(others).toEqual([]);
  expect(early).toMatchObject({ id: paymentId, routineAstraId: routine?.id });
  expect(await db().payment.findMany({ where })).toEqual([
    expect.objectContaining({ id: paymentId, status: 'accepted', routineAstraId: routine?.id }),
  ]);
});
