import { randomUUID } from 'node:crypto';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { cents } from '@/lib/astra/money';
import { db } from '@/lib/db/prisma';
import type { PaymentOrder } from '@/lib/payments/order/payment-order';
import { settlePayment } from '@/lib/payments/settle/settle-payment';
import { setReceiving } from '@/lib/people/set-receiving';
import { useEmulator } from '@/testing/astra/emulator';
import { type AstraPerson, cardNumbers, createAstraPerson } from '@/testing/astra/person';
import { createProgram, programEmail } from '@/testing/astra/program';
import { createRoutine, routinesOf } from '@/testing/astra/routines';
import { forgetJobs } from '@/testing/jobs';
import { addHeldAccount } from '@/testing/rows/held-accounts';
import { cardOrder, createPayment } from '@/testing/rows/payments';
import { createPerson } from '@/testing/rows/people';
import { createTransfer } from '@/testing/rows/transfers';
import { composePayout } from './compose-money';
import { confirmMoney } from './confirm-money';
import { listSettlementAccounts, type SettlementAccount } from './list-settlement-accounts';
import { moveForm, payoutForm } from './money-form';
import { loadMoneyReview, reviewMoney } from './review-money';
import { findSentByOperator, listSentByOperators } from './sent-by-operators';

// Before anything is called: the app reads its environment once.
Object.assign(process.env, { PROGRAM_EMAIL: programEmail, OPERATOR_PAYMENT_LIMIT: '60000' });
const emulator = await useEmulator();

let program: AstraPerson;
let payee: AstraPerson;
let fbo: SettlementAccount;
let reserve: SettlementAccount;
const operator = await createPerson();

beforeAll(async () => {
  program = await createProgram(emulator);
  payee = await createAstraPerson(emulator, { cards: [cardNumbers.works] });
  const account = await addHeldAccount(emulator, payee);
  await setReceiving(payee.user.id, { kind: 'account', id: account.id });
  for (const found of await listSettlementAccounts()) {
    if (found.label.startsWith('Reserve')) reserve = found;
    else fbo = found;
  }
});
afterEach(forgetJobs);

function move(change: Partial<PaymentOrder> = {}): PaymentOrder {
  return {
    direction: 'book',
    routineType: 'one-time',
    source: { kind: 'payment_instrument', id: fbo.astraId },
    destination: { kind: 'payment_instrument', id: reserve.astraId },
    recipientId: null,
    amountCents: cents(120_050),
    name: 'Top up',
    memo: null,
    terms: {},
    ...change,
  };
}

function payout(speed: string, operatorId = operator.id): Promise<PaymentOrder> {
  const composed = payoutForm.parse({
    form: randomUUID(),
    amount: '40.00',
    source: `payment_instrument:${fbo.astraId}`,
    email: payee.user.email,
    speed,
  });
  return composePayout(operatorId, composed);
}

async function send(order: PaymentOrder, key = randomUUID()) {
  await reviewMoney(operator.id, key, order);
  const review = await loadMoneyReview(operator.id, key);
  const { paymentId } = await confirmMoney(operator.id, key, review?.version ?? 0);
  return db().payment.findUniqueOrThrow({ where: { id: paymentId } });
}

const written = () => db().payment.count();
const routines = () => routinesOf(emulator, program);

test('the settlement accounts are those that Astra shows, with what they hold', () => {
  expect(fbo).toMatchObject({ label: 'FBO settlement account ending in 0001', status: 'active' });
  expect(fbo.availableCents).toBe(10_000_000);
  expect(reserve.availableCents).toBe(5_000_000);
});

test('money moves between two settlement accounts once, however often it is confirmed', async () => {
  const key = randomUUID();
  await reviewMoney(operator.id, key, move());
  const review = await loadMoneyReview(operator.id, key);
  expect(review).toMatchObject({ from: fbo.label, to: reserve.label, fault: null });
  const version = review?.version ?? 0;
  const confirms = Array.from({ length: 8 }, () => confirmMoney(operator.id, key, version));
  const made = await Promise.all(confirms);
  expect(new Set(made.map(({ paymentId }) => paymentId)).size).toBe(1);
  expect(await confirmMoney(operator.id, key, version)).toEqual(made[0]);
  await expect(confirmMoney(operator.id, key, version + 1)).rejects.toThrow(/already used to send/);
  expect(await routines()).toMatchObject([{ amount: 1200.5 }]);
  const balances = (await listSettlementAccounts()).map(({ availableCents }) => availableCents);
  expect(new Set(balances)).toEqual(new Set([5_120_050, 9_879_950]));
  const payment = await db().payment.findFirstOrThrow({ where: { idempotencyKey: key } });
  expect(payment).toMatchObject({
    userId: program.user.id,
    operatorId: operator.id,
    status: 'accepted',
    sourceKind: 'payment_instrument',
    destinationKind: 'payment_instrument',
  });
});

test('a person is paid on the account that they chose, at the speed that was chosen', async () => {
  const before = await routines();
  const paid = await send(await payout('only-instant'));
  expect(paid).toMatchObject({
    status: 'accepted',
    recipientId: payee.user.id,
    terms: { speed: 'real-time', onlyInstant: true },
  });
  expect(await send(await payout('T+0'))).toMatchObject({ status: 'accepted' });
  expect((await routines()).length - before.length).toBe(2);
});

test.each([
  ['book', '/v1/routines/book', () => move()],
  ['payout', '/v1/routines', () => payout('T+0')],
] as const)(
  'a %s whose answer was lost is found at Astra, and never sent again',
  async (...row) => {
    const [, path, order] = row;
    emulator.proxy.arm('POST', path, { kind: 'lose_answer' });
    const before = await routines();
    const { id, status } = await send(await order());
    expect(status).toBe('unknown');
    await settlePayment(id);
    expect(await db().payment.findUnique({ where: { id } })).toMatchObject({ status: 'accepted' });
    expect((await routines()).length - before.length).toBe(1);
    expect(emulator.proxy.calls('POST', path)).toHaveLength(1);
  },
);

test('the record names the operator as who composed and confirmed it', async () => {
  const { userId, clientCorrelationId: correlationId } = await send(move());
  const acts = await db().auditEvent.findMany({ where: { userId }, orderBy: { at: 'desc' } });
  expect(acts.find(({ action }) => action === 'payment.reviewed')?.actorId).toBe(operator.id);
  const own = acts.filter((act) => act.correlationId === correlationId);
  expect(own.map(({ action, actorId }) => [action, actorId])).toEqual([
    ['payment.accepted', null],
    ['payment.confirmed', operator.id],
  ]);
});

test('operators see what operators sent, who did, and nothing that people sent', async () => {
  const { id } = await send(await payout('real-time'));
  const { items } = await listSentByOperators(1);
  expect(items[0]).toMatchObject({
    id,
    operatorEmail: operator.email,
    payeeEmail: payee.user.email,
  });
  expect(items.every(({ operatorId }) => operatorId === operator.id)).toBe(true);
  expect((await findSentByOperator(id))?.story.length).toBeGreaterThan(0);
  await db().payment.update({ where: { id }, data: { operatorId: null } });
  expect(await findSentByOperator(id)).toBeNull();
  expect((await listSentByOperators(1)).items.map((item) => item.id)).not.toContain(id);
});

test('operators see how the routine stands of a payment that has no transfer yet', async () => {
  const { id: userId } = await createPerson();
  const { astraId: routineAstraId } = await createRoutine(userId, { status: 'inactive' });
  const { id } = await createPayment(userId, { routineAstraId, operatorId: operator.id });
  expect(await findSentByOperator(id)).toMatchObject({
    transfer: null,
    payment: { id, routine: { astraId: routineAstraId, status: 'inactive' } },
  });
  const { items } = await listSentByOperators(1);
  expect(items.find((item) => item.id === id)).toMatchObject({ routineStatus: 'inactive' });
});

test('operators see the amount that will move, and once it moves the one that does', async () => {
  const { id: userId } = await createPerson();
  const change = { name: 'Less', amountCents: 100n };
  const { astraId: routineAstraId } = await createRoutine(userId, change);
  const { id } = await createPayment(userId, { routineAstraId, operatorId: operator.id });
  const listed = async () => (await listSentByOperators(1)).items.find((item) => item.id === id);
  expect(await listed()).toMatchObject(change);
  await createTransfer(userId, { routineAstraId, name: 'Least', amountCents: 90n });
  expect(await listed()).toMatchObject({ name: 'Least', amountCents: 90n });
});

test.each<[string, () => Partial<PaymentOrder>, RegExp]>([
  ['more than operators may send', () => ({ amountCents: cents(6_000_001) }), /at most \$60,000/],
  [
    'more than the account holds',
    () => ({ source: move().destination, destination: move().source, amountCents: cents(6e6) }),
    /to spend/,
  ],
  ['an account to itself', () => ({ destination: move().source }), /another account/],
  [
    'an account that is none of the program’s',
    () => ({ source: { kind: 'payment_instrument', id: 'nobodys' } }),
    /one of the program’s/,
  ],
  ['a payment that repeats', () => ({ routineType: 'recurring' }), /./],
  ['a payment to nobody', () => ({ direction: 'account_to_account' }), /Choose a person/],
])('%s is refused at the review, and nothing is kept', async (_what, change, sentence) => {
  const key = randomUUID();
  await expect(reviewMoney(operator.id, key, move(change()))).rejects.toMatchObject({
    fields: expect.toSatisfy((fields: object) => sentence.test(Object.values(fields).join(' '))),
  });
  expect(await loadMoneyReview(operator.id, key)).toBeNull();
});

test('no operator moves a person’s money', async () => {
  const order = cardOrder(payee.cards[0], payee.cards[0]);
  await expect(reviewMoney(operator.id, randomUUID(), order)).rejects.toThrow(/marked fields/);
});

test('no operator pays themselves, also not what another operator composed', async () => {
  await expect(payout('T+0', payee.user.id)).rejects.toThrow(/marked fields/);
  const key = randomUUID();
  await reviewMoney(operator.id, key, await payout('T+0'));
  const review = await loadMoneyReview(payee.user.id, key);
  expect(review?.fault).toMatch(/Nobody pays themselves/);
  const before = await written();
  const confirmed = confirmMoney(payee.user.id, key, review?.version ?? 0);
  await expect(confirmed).rejects.toThrow(/Nothing was sent/);
  expect(await written()).toBe(before);
});

test('whoever receives on a card is not paid, and the operator is told why', async () => {
  const card = payee.cards[0]?.id ?? '';
  const before = await db().user.findUniqueOrThrow({ where: { id: payee.user.id } });
  await setReceiving(payee.user.id, { kind: 'card', id: card });
  await expect(payout('T+0')).rejects.toMatchObject({
    fields: { email: expect.stringMatching(/bank accounts only/) },
  });
  await setReceiving(payee.user.id, { kind: 'account', id: before.receivingAccountId ?? '' });
});

test('an amount and a speed are read, or answered with a sentence', () => {
  const typed = { form: randomUUID(), amount: '0', source: 'card:1', destination: '' };
  expect(moveForm.safeParse(typed).error?.issues.map(({ message }) => message)).toEqual([
    'Enter an amount above zero.',
    'Choose where the money comes from.',
    'Choose where the money goes.',
  ]);
});

test('while the program is not connected, nothing is composed or sent', async () => {
  const key = randomUUID();
  await reviewMoney(operator.id, key, move());
  const where = { userId: program.user.id };
  await db().astraConnection.update({ where, data: { status: 'needs_authorization' } });
  const sentence = /not connected to Astra. Sign in as partner-business@example.com/;
  expect((await loadMoneyReview(operator.id, key))?.fault).toMatch(sentence);
  const before = await written();
  await expect(confirmMoney(operator.id, key, 1)).rejects.toThrow(sentence);
  expect(await written()).toBe(before);
  await db().astraConnection.update({ where, data: { status: 'active' } });
});
