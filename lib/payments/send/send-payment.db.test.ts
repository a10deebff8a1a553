import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { expect, test, vi } from 'vitest';
import { db } from '@/lib/db/prisma';
import { env } from '@/lib/env';
import { toCents } from '@/lib/money';
import { useEmulator } from '@/testing/astra/emulator';
import { cardNumbers, createAstraPerson } from '@/testing/astra/person';
import { routinesOf } from '@/testing/astra/routines';
import { jobs } from '@/testing/jobs';
import { confirmedOrder } from '@/testing/rows/payments';
import { createCard } from '@/testing/rows/people';
import { until } from '@/testing/until';
import { sendPayment } from './send-payment';

const emulator = await useEmulator();
const twoCards = [cardNumbers.works, cardNumbers.alsoWorks];

const payment = (id: string) => db().payment.findUniqueOrThrow({ where: { id } });
const paymentsOf = (userId: string) => db().payment.findMany({ where: { userId } });

test('a payment is sent once and accepted with its routine', async () => {
  const person = await createAstraPerson(emulator, { cards: twoCards });
  const { paymentId } = await sendPayment(confirmedOrder(person));
  const routines = await routinesOf(emulator, person);
  const written = await payment(paymentId);
  expect(written).toMatchObject({ status: 'accepted', routineAstraId: routines[0]?.id });
  expect(routines).toMatchObject([
    { amount: 4.99, name: 'Rent', client_correlation_id: written.clientCorrelationId },
  ]);
  expect(emulator.proxy.calls('POST', '/v1/routines')).toHaveLength(1);
  expect(await jobs('settle_payment')).toMatchObject([{ key: `settle_payment:${paymentId}` }]);
});

test('the same form sent sixteen times at once is one payment with one routine', async () => {
  const person = await createAstraPerson(emulator, { cards: twoCards });
  const order = confirmedOrder(person);
  const answers = await Promise.all(Array.from({ length: 16 }, () => sendPayment(order)));
  expect(new Set(answers.map(({ paymentId }) => paymentId)).size).toBe(1);
  expect(await routinesOf(emulator, person)).toHaveLength(1);
  expect(emulator.proxy.calls('POST', '/v1/routines')).toHaveLength(1);
});

test('a form that comes again later leads to its payment and sends nothing', async () => {
  const person = await createAstraPerson(emulator, { cards: twoCards });
  const order = confirmedOrder(person);
  const first = await sendPayment(order);
  expect(await sendPayment(order)).toEqual(first);
  expect(emulator.proxy.calls('POST', '/v1/routines')).toHaveLength(1);
});

test('a used form with another amount or another card is refused with a sentence', async () => {
  const person = await createAstraPerson(emulator, { cards: twoCards });
  const order = confirmedOrder(person);
  await sendPayment(order);
  const third = await createCard(person.user.id);
  const other = { destination: { kind: 'card', id: third.id } } as const;
  for (const change of [{ amountCents: toCents(500n) }, other, { name: 'Not rent' }]) {
    const changed = { ...order, order: { ...order.order, ...change } };
    await expect(sendPayment(changed)).rejects.toThrow(
      'This form was already used to send $4.99. Start a new payment to send something else.',
    );
  }
  expect(await paymentsOf(person.user.id)).toHaveLength(1);
});

test("one person's form key means nothing to another person", async () => {
  const [ann, ben] = await Promise.all([
    createAstraPerson(emulator, { cards: twoCards }),
    createAstraPerson(emulator, { cards: twoCards }),
  ]);
  const key = { idempotencyKey: randomUUID() };
  const [first, second] = [
    await sendPayment({ ...confirmedOrder(ann), ...key }),
    await sendPayment({ ...confirmedOrder(ben, { amountCents: toCents(1200n) }), ...key }),
  ];
  expect(first.paymentId).not.toBe(second.paymentId);
  expect(await routinesOf(emulator, ann)).toMatchObject([{ amount: 4.99 }]);
  expect(await routinesOf(emulator, ben)).toMatchObject([{ amount: 12 }]);
});

test("another person's card can be neither source nor destination", async () => {
  const [ann, ben] = await Promise.all([
    createAstraPerson(emulator, { cards: twoCards }),
    createAstraPerson(emulator, { cards: twoCards }),
  ]);
  const foreign = { kind: 'card', id: ben.cards[0]?.id ?? '' } as const;
  for (const field of ['source', 'destination'] as const) {
    await expect(sendPayment(confirmedOrder(ann, { [field]: foreign }))).rejects.toMatchObject({
      name: 'UserFacingError',
      fields: { [field]: expect.any(String) },
    });
  }
  expect(await paymentsOf(ann.user.id)).toEqual([]);
  expect(emulator.proxy.seen()).toEqual([]);
});

test('one card can not be both source and destination', async () => {
  const person = await createAstraPerson(emulator, { cards: twoCards });
  const destination = { kind: 'card', id: person.cards[0]?.id ?? '' } as const;
  await expect(sendPayment(confirmedOrder(person, { destination }))).rejects.toMatchObject({
    name: 'UserFacingError',
    fields: { destination: expect.stringContaining('another one') },
  });
  expect(await paymentsOf(person.user.id)).toEqual([]);
});

test.each([
  ['send from', 'that is flagged', { status: 'flagged' }, 'source'],
  ['send from', 'that may not be debited', { pullEnabled: false }, 'source'],
  ['send from', 'that has expired', { expirationDate: '01/26' }, 'source'],
  ['send from', 'that was rejected', { status: 'rejected' }, 'source'],
  ['send to', 'that is flagged', { status: 'flagged' }, 'destination'],
  ['send to', 'that has expired', { expirationDate: '01/26' }, 'destination'],
  ['send to', 'that was rejected', { status: 'rejected' }, 'destination'],
  ['send to', 'that was removed', { status: 'removed' }, 'destination'],
  ['send to', 'that may not be credited', { pushEnabled: false }, 'destination'],
])('nothing is written for an order to %s a card %s', async (_use, _what, card, field) => {
  const person = await createAstraPerson(emulator, { cards: twoCards });
  const unusable = await createCard(person.user.id, card);
  await expect(
    sendPayment(confirmedOrder(person, { [field]: { kind: 'card', id: unusable.id } })),
  ).rejects.toMatchObject({
    name: 'UserFacingError',
    fields: { [field]: expect.stringMatching(/card/) },
  });
  expect(await paymentsOf(person.user.id)).toEqual([]);
});

test("a refusal by Astra is told in Astra's words, and no routine exists", async () => {
  const person = await createAstraPerson(emulator, {
    cards: [cardNumbers.noPull, cardNumbers.works],
  });
  const { paymentId } = await sendPayment(confirmedOrder(person));
  const { status, refusal } = await payment(paymentId);
  expect(status).toBe('refused');
  expect(refusal).toMatch(/^Astra did not accept this payment.* No money has moved\.$/);
  expect(await routinesOf(emulator, person)).toEqual([]);
});

test('somebody who must authorize again is told so, and nothing is written', async () => {
  const person = await createAstraPerson(emulator, { cards: twoCards });
  await db().astraConnection.update({
    where: { userId: person.user.id },
    data: { status: 'needs_authorization' },
  });
  await expect(sendPayment(confirmedOrder(person))).rejects.toThrow(
    /connect to Astra again.*No money/,
  );
  expect(await paymentsOf(person.user.id)).toEqual([]);
});

test.each([
  ['the answer is lost', { kind: 'lose_answer' }],
  ['the connection breaks before Astra has read it', { kind: 'lose_request' }],
  ['Astra answers 502', { kind: 'answer', status: 502, workIsDone: true }],
  ['Astra answers 401 after doing the work', { kind: 'answer', status: 401, workIsDone: true }],
  ['Astra answers 429 after doing the work', { kind: 'answer', status: 429, workIsDone: true }],
  ['Astra answers 201 with nothing in it', { kind: 'answer', status: 201, workIsDone: true }],
] as const)('a payment is unknown, and not sent again, when %s', async (_what, fault) => {
  const person = await createAstraPerson(emulator, { cards: twoCards });
  emulator.proxy.arm('POST', '/v1/routines', fault);
  const { paymentId } = await sendPayment(confirmedOrder(person));
  expect(await payment(paymentId)).toMatchObject({ status: 'unknown', refusal: null });
  expect(emulator.proxy.calls('POST', '/v1/routines')).toHaveLength(1);
  expect(await jobs('settle_payment')).toContainEqual(
    expect.objectContaining({ key: `settle_payment:${paymentId}` }),
  );
});

test('a process that slept between writing a payment and sending it does not send it', async () => {
  const person = await createAstraPerson(emulator, { cards: twoCards });
  const blocker = new Client({ connectionString: env().DATABASE_URL });
  await blocker.connect();
  await blocker.query('BEGIN; LOCK TABLE payments IN SHARE MODE');
  const sending = sendPayment(confirmedOrder(person));
  await until('the payment to be about to be written', async () => {
    const [waiting] = await db().$queryRaw<{ n: number }[]>`
      SELECT count(*)::int AS n FROM pg_locks
      WHERE relation = 'payments'::regclass AND NOT granted`;
    return waiting?.n === 1;
  });
  // An hour of the day goes by, of which the process's own clock knows nothing.
  const wokeAt = Date.now() + 60 * 60_000;
  const timeOfDay = vi.spyOn(Date, 'now').mockImplementation(() => wokeAt);
  await blocker.end();
  const { paymentId } = await sending;
  timeOfDay.mockRestore();
  expect(await payment(paymentId)).toMatchObject({
    status: 'refused',
    refusal: expect.stringContaining('No money has moved'),
  });
  expect(emulator.proxy.calls('POST', '/v1/routines')).toEqual([]);
});
