import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { pacificDay } from '@/lib/astra';
import { db } from '@/lib/db/prisma';
import { toCents } from '@/lib/money';
import type { PaymentOrder } from '@/lib/payments/order/payment-order';
import { setReceiving } from '@/lib/people/set-receiving';
import { useEmulator } from '@/testing/astra/emulator';
import { type AstraPerson, cardNumbers, createAstraPerson } from '@/testing/astra/person';
import { routinesOf } from '@/testing/astra/routines';
import { cardOrder } from '@/testing/rows/payments';
import { composeOrder } from './compose-order';
import { confirmPayment } from './confirm-payment';
import { findDraft } from './find-draft';
import { loadReview } from './load-review';
import { paymentForm } from './payment-form';
import { reviewPayment } from './review-payment';
import { typedValues } from './typed-values';

process.env['DEBIT_FEE_PERCENT'] = '1.25';
const emulator = await useEmulator();

function withCards(): Promise<AstraPerson> {
  return createAstraPerson(emulator, { cards: [cardNumbers.works, cardNumbers.alsoWorks] });
}

const orderOf = ({ cards }: AstraPerson) => cardOrder(cards[0], cards[1]);
const again = /Please review it again. Nothing was sent/;

test('what was reviewed is sent once, with the fees that were shown', async () => {
  const person = await withCards();
  const key = randomUUID();
  const { version } = await reviewPayment(person.user.id, key, orderOf(person));
  const review = await loadReview(person.user.id, key);
  expect(review).toMatchObject({ from: 'Visa ending in 5556', to: 'Visa ending in 4242' });
  const confirms = Array.from({ length: 8 }, () => confirmPayment(person.user.id, key, version));
  const made = await Promise.all(confirms);
  expect(new Set(made.map(({ paymentId }) => paymentId)).size).toBe(1);
  expect(await routinesOf(emulator, person)).toHaveLength(1);
  const payment = await db().payment.findFirstOrThrow({ where: { userId: person.user.id } });
  expect(payment.pushCents).toBe(BigInt(review?.preview.pushCents ?? -1));
  expect(payment.feePercent).toBe(1.25);
});

test('the same thing reviewed in two tabs is one version; something else is another', async () => {
  const person = await withCards();
  const key = randomUUID();
  const order = orderOf(person);
  const first = await reviewPayment(person.user.id, key, order);
  expect(await reviewPayment(person.user.id, key, order)).toEqual(first);
  const more = { ...order, amountCents: toCents(500n) };
  const second = await reviewPayment(person.user.id, key, more);
  expect(second.version).toBe(first.version + 1);
  await expect(confirmPayment(person.user.id, key, first.version)).rejects.toThrow(again);
  expect(await routinesOf(emulator, person)).toEqual([]);
  await confirmPayment(person.user.id, key, second.version);
  expect(await routinesOf(emulator, person)).toMatchObject([{ amount: 5 }]);
});

test('fees that have changed since make another version of the same thing', async () => {
  const person = await withCards();
  const key = randomUUID();
  const { version } = await reviewPayment(person.user.id, key, orderOf(person));
  const preview = { ...(await findDraft(person.user.id, key))?.preview, customerFeeCents: 1 };
  await db().paymentDraft.updateMany({ where: { key }, data: { preview } });
  const after = await reviewPayment(person.user.id, key, orderOf(person));
  expect(after.version).toBe(version + 1);
});

test('what was reviewed a while ago is reviewed again, and never sent as it was', async () => {
  const person = await withCards();
  const key = randomUUID();
  const { version } = await reviewPayment(person.user.id, key, orderOf(person));
  await db().$executeRaw`
    UPDATE payment_drafts SET updated_at = now() - interval '16 minutes' WHERE key = ${key}::uuid`;
  expect(await loadReview(person.user.id, key)).toMatchObject({ isOld: true });
  await expect(confirmPayment(person.user.id, key, version)).rejects.toThrow(again);
  await reviewPayment(person.user.id, key, orderOf(person));
  expect(await loadReview(person.user.id, key)).toMatchObject({ isOld: false });
  await confirmPayment(person.user.id, key, version);
  expect(await routinesOf(emulator, person)).toHaveLength(1);
});

test('a payment for a day that passed after the review is refused, and reviewed again with another', async () => {
  const person = await withCards();
  const key = randomUUID();
  const today = pacificDay(new Date());
  const order = { ...orderOf(person), terms: { startDate: today } };
  await reviewPayment(person.user.id, key, order);
  const yesterday = pacificDay(new Date(Date.now() - 24 * 60 * 60_000));
  const { version } = await db().paymentDraft.update({
    where: { userId_key: { userId: person.user.id, key } },
    data: { order: { ...order, terms: { startDate: yesterday } } },
  });
  const fault = 'Choose today or a later day.';
  expect(await loadReview(person.user.id, key)).toMatchObject({ fault });
  await expect(confirmPayment(person.user.id, key, version)).rejects.toMatchObject({
    message: expect.stringMatching(/^Choose today.*review it again. Nothing was sent/),
    fields: { startDate: fault },
  });
  expect(await db().payment.count({ where: { userId: person.user.id } })).toBe(0);
  expect(await routinesOf(emulator, person)).toEqual([]);
  const after = await reviewPayment(person.user.id, key, order);
  await confirmPayment(person.user.id, key, after.version);
  expect(await routinesOf(emulator, person)).toHaveLength(1);
});

test('a form that sent one amount says so to a tab that shows another, and sends nothing more', async () => {
  const person = await withCards();
  const key = randomUUID();
  const order = orderOf(person);
  const seen = await reviewPayment(person.user.id, key, order);
  const more = { ...order, amountCents: toCents(500n) };
  const sent = await reviewPayment(person.user.id, key, more);
  const made = await confirmPayment(person.user.id, key, sent.version);
  const used = /already used to send \$5\.00/;
  await expect(confirmPayment(person.user.id, key, seen.version)).rejects.toThrow(used);
  expect(await confirmPayment(person.user.id, key, sent.version)).toEqual(made);
  const later = await reviewPayment(person.user.id, key, order);
  await expect(confirmPayment(person.user.id, key, later.version)).rejects.toThrow(used);
  expect(await routinesOf(emulator, person)).toMatchObject([{ amount: 5 }]);
});

test('a recipient whom Astra approves no more is not paid after the review', async () => {
  const [person, friend] = [await withCards(), await withCards()];
  await setReceiving(friend.user.id, { kind: 'card', id: friend.cards[0]?.id ?? '' });
  const order = cardOrder(person.cards[0], friend.cards[0], { recipientId: friend.user.id });
  const key = randomUUID();
  const { version } = await reviewPayment(person.user.id, key, order);
  await db().astraConnection.update({
    where: { userId: friend.user.id },
    data: { astraUserStatus: 'suspended' },
  });
  const fault = 'This person cannot receive money at the moment.';
  expect(await loadReview(person.user.id, key)).toMatchObject({ fault });
  await expect(confirmPayment(person.user.id, key, version)).rejects.toMatchObject({
    fields: { email: fault },
  });
  expect(await db().payment.count({ where: { userId: person.user.id } })).toBe(0);
});

test('a fee that is another one than was reviewed is never charged: it is reviewed again', async () => {
  const person = await withCards();
  const key = randomUUID();
  await reviewPayment(person.user.id, key, orderOf(person));
  const preview = { ...(await findDraft(person.user.id, key))?.preview, feePercent: 1.5 };
  const { version } = await db().paymentDraft.update({
    where: { userId_key: { userId: person.user.id, key } },
    data: { preview },
  });
  expect(await loadReview(person.user.id, key)).toMatchObject({ isOld: true });
  await expect(confirmPayment(person.user.id, key, version)).rejects.toThrow(again);
  expect(await routinesOf(emulator, person)).toEqual([]);
  const after = await reviewPayment(person.user.id, key, orderOf(person));
  await confirmPayment(person.user.id, key, after.version);
  expect(await routinesOf(emulator, person)).toHaveLength(1);
});

test('a card that was flagged after the review is named, and nothing is sent', async () => {
  const person = await withCards();
  const key = randomUUID();
  const { version } = await reviewPayment(person.user.id, key, orderOf(person));
  await db().card.updateMany({ where: { userId: person.user.id }, data: { status: 'flagged' } });
  const fault = 'Astra is reviewing this card.';
  expect(await loadReview(person.user.id, key)).toMatchObject({ fault, from: null });
  await expect(confirmPayment(person.user.id, key, version)).rejects.toMatchObject({
    fields: { source: fault },
  });
  expect(await db().payment.count({ where: { userId: person.user.id } })).toBe(0);
});

test.each<[string, Partial<PaymentOrder>, RegExp]>([
  ['moves by itself', { routineType: 'sweep', amountCents: null }, /^This is not offered here/],
  [
    'repeats to another person',
    { routineType: 'recurring', terms: { frequency: 'weekly' }, recipientId: randomUUID() },
    /only be paid once at a time/,
  ],
])(
  'what %s and is offered no more is not sent, though it was composed before',
  async (_what, change, says) => {
    const person = await withCards();
    const [userId, key] = [person.user.id, randomUUID()];
    const order = { ...orderOf(person), ...change };
    const { version } = await reviewPayment(userId, key, orderOf(person));
    await db().paymentDraft.updateMany({ where: { key }, data: { order } });
    const fault = expect.stringMatching(says);
    expect(await loadReview(userId, key)).toMatchObject({ fault });
    const refused = { fields: { routineType: fault } };
    await expect(reviewPayment(userId, key, order)).rejects.toMatchObject(refused);
    await expect(confirmPayment(userId, key, version)).rejects.toMatchObject(refused);
    expect(await db().payment.count({ where: { userId } })).toBe(0);
  },
);

test('nobody sees or confirms what somebody else composed', async () => {
  const [person, stranger] = [await withCards(), await withCards()];
  const key = randomUUID();
  const { version } = await reviewPayment(person.user.id, key, orderOf(person));
  expect(await loadReview(stranger.user.id, key)).toBeNull();
  await expect(confirmPayment(stranger.user.id, key, version)).rejects.toThrow(again);
});

test('another person is found by address, named shortly, and paid where they chose', async () => {
  const [person, friend] = [await withCards(), await withCards()];
  const [card] = friend.cards;
  const end = { kind: 'card' as const, id: card?.id ?? '' };
  await setReceiving(friend.user.id, end);
  const userId = friend.user.id;
  await db().astraConnection.update({ where: { userId }, data: { shortName: 'Edmund H.' } });
  const typed = {
    source: `card:${person.cards[0]?.id}`,
    destination: 'person',
    email: friend.user.email,
    amount: '4.99',
  };
  const composed = paymentForm.parse({ ...typed, form: randomUUID() });
  const order = await composeOrder(person.user.id, composed);
  const { version } = await reviewPayment(person.user.id, composed.form, order);
  expect(await loadReview(person.user.id, composed.form)).toMatchObject({
    to: 'Edmund H.',
    payeeEmail: friend.user.email,
  });
  expect(await typedValues(person.user.id, order)).toEqual({
    ...typed,
    routineType: 'one-time',
  });
  await confirmPayment(person.user.id, composed.form, version);
  expect(await db().payment.findFirst({ where: { userId: person.user.id } })).toMatchObject({
    destinationLabel: 'Edmund H.',
    destinationAstraId: card?.astraId,
    destinationAstraUserId: friend.astraUserId,
    recipientId: friend.user.id,
  });
  await setReceiving(friend.user.id, null);
  await expect(composeOrder(person.user.id, composed)).rejects.toMatchObject({
    fields: { email: expect.stringMatching(/^Nobody with this address can receive/) },
  });
});
