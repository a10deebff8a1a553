import { expect, test } from 'vitest';
import { decideChargeback, openChargeback } from '../engine/chargebacks';
import { failNow, returnNow } from '../engine/control-money';
import { receiveInboundPayment } from '../engine/instruments';
import { settleTransfer } from '../engine/transfers';
import { partnerEmail } from '../rules/steering';
import { addAccount, addPerson, addTestCard, moneyWorld } from '../testing/money-world';

/** Monday, November 23, 2026, 9 am in New York. */
function payer(options: Parameters<typeof moneyWorld>[0] = {}, cardNumber?: string) {
  const here = moneyWorld(options);
  const person = addPerson(here);
  const card = addTestCard(here, person.userId, cardNumber);
  const other = addTestCard(here, person.userId, '5108050000007075');
  const account = addAccount(here, person.userId);
  const instrument = (type: 'fbo' | 'reserve') =>
    here.world.store.instruments.latest('type', type)?.id ?? '';
  return {
    ...here,
    here,
    ...person,
    card,
    other,
    account,
    instrument,
    post: (path: string, json: unknown) =>
      here.call('POST', `/v1/routines${path}`, person.auth, json),
    transfer: () => here.world.store.transfers.all()[0],
    held: (holder: string) => here.world.store.balances.get(holder)?.cents ?? 0,
  };
}

function debit(from: string, to: string, change: Record<string, unknown> = {}) {
  return {
    type: 'one-time',
    payment_type: 'debit',
    name: 'Rent',
    source_id: from,
    destination_id: to,
    amount: 10,
    ...change,
  };
}

test.each([
  ['additive', 10.1, 1.25, { customer_fee: 0.13, pull_amount: 10.23, push_amount: 10.1 }],
  ['subtractive', 10.1, 1.25, { customer_fee: 0.13, pull_amount: 10.1, push_amount: 9.97 }],
  ['additive', 4.99, 0, { customer_fee: 0, pull_amount: 4.99, push_amount: 4.99 }],
  // Half a cent counts as a whole one: 1.5 % of $1.00 is 1.5 cents, 1.49 % is not.
  ['additive', 1, 1.5, { customer_fee: 0.02, pull_amount: 1.02, push_amount: 1 }],
  ['additive', 1, 1.49, { customer_fee: 0.01, pull_amount: 1.01, push_amount: 1 }],
] as const)('an %s fee on %d at %d percent', (feeMode, amount, percent, expected) => {
  const { card, other, post, world, webhooks } = payer({ feeMode });
  const override = { customer_debit_fee_percent_override: percent };
  const answer = post('/preview', debit(card, other, { amount, ...override }));
  expect(answer).toMatchObject({ status: 201, body: { ...expected, source: card } });
  expect(world.store.routines.size).toBe(0);
  expect(webhooks()).toEqual(['card_created', 'card_created']);
});

test('a fee that leaves nothing is refused, and one that is charged reaches the partner', () => {
  const { card, other, post, moveTo, held } = payer({ feeMode: 'subtractive' });
  const fee = (percent: number) => ({ customer_debit_fee_percent_override: percent });
  expect(post('/preview', debit(card, other, fee(100))).status).toBe(400);
  expect(post('', debit(card, other, fee(100))).status).toBe(400);
  expect(post('', debit(card, other, fee(2))).status).toBe(201);
  moveTo('2026-11-23T14:10:00Z');
  expect(held(`card:${card}`)).toBe(-10_00);
  expect(held(`card:${other}`)).toBe(9_80);
  expect(held('fees:partner')).toBe(20);
  expect(held('astra:in-transit')).toBe(0);
});

test('payments from one person to another need a client that may', () => {
  for (const [peerToPeer, status] of [
    [true, 201],
    [false, 400],
  ] as const) {
    const here = payer({ peerToPeer });
    const friend = addPerson(here.here);
    const theirs = addTestCard(here.here, friend.userId);
    const body = debit(here.card, theirs, { destination_user_id: friend.userId });
    expect(here.post('', body).status).toBe(status);
    expect(here.post('', debit(here.card, here.other)).status).toBe(201);
  }
});

function toCard(here: ReturnType<typeof payer>, change: Record<string, unknown> = {}) {
  return here.post('/account-to-card', {
    name: 'Payout',
    amount: 10,
    source: { id: here.account },
    destination: { id: here.card, user_id: here.userId },
    settlement_mode: 'gross_debit',
    client_correlation_id: 'abcd1234',
    ...change,
  });
}

test('gross: the card is paid at once, the account follows by ACH, and may be sent back', () => {
  const here = payer();
  const reserve = `instrument:${here.instrument('reserve')}`;
  const { id, body, status } = toCard(here, { debit_fee_percent: 1 });
  expect([status, body['source'], body['status']]).toEqual([201, { id: here.account }, 'active']);
  expect(here.held(reserve)).toBe(50_000_00);
  here.moveTo('2026-11-23T14:10:00Z');
  expect(here.transfer()?.status).toBe('processed');
  expect([here.held(`card:${here.card}`), here.held(reserve)]).toEqual([9_90, 49_990_00]);
  here.moveTo('2026-11-24T14:00:00Z');
  expect([here.held(`account:${here.account}`), here.held(reserve)]).toEqual([-10_00, 50_000_00]);
  const sendBack = (code: string) =>
    here.inTransaction(() => returnNow(here.world, here.transfer()?.id ?? '', code));
  expect(() => sendBack('R99')).toThrow('Use one of R01');
  sendBack('R01');
  expect(here.held(reserve)).toBe(49_990_00);
  expect(here.transfer()).toMatchObject({ status: 'failed', failureReason: 'R01' });
  expect(here.world.store.routines.get(id)?.status).toBe('completed');
});

test('gross: references are eight letters and digits, and are used once', () => {
  const here = payer();
  expect(toCard(here).status).toBe(201);
  expect(toCard(here).body['errors']).toEqual({
    client_correlation_id: [expect.stringContaining('unique')],
  });
  for (const wrong of ['abc', 'abcd12345', 'abcd-234', undefined]) {
    expect(toCard(here, { client_correlation_id: wrong }).status).toBe(400);
  }
});

test('net: the reserve pays, and one batch a business day debits the partner', () => {
  const here = payer();
  const partner = addPerson(here.here, { email: partnerEmail });
  const reserve = `instrument:${here.instrument('reserve')}`;
  const net = { settlement_mode: 'net_debit', client_correlation_id: undefined };
  expect(toCard(here, { ...net, amount: 10 }).status).toBe(201);
  here.moveTo('2026-11-24T01:00:00Z');
  toCard(here, { ...net, amount: 2.5 });
  // Late on Monday evening in New York, and already Tuesday there.
  here.moveTo('2026-11-24T06:00:00Z');
  toCard(here, { ...net, amount: 4 });
  here.moveTo('2026-11-24T13:29:00Z');
  expect(here.held(reserve)).toBe(50_000_00 - 16_50);
  expect(here.world.store.batches.size).toBe(0);
  here.moveTo('2026-11-24T13:30:00Z');
  const [batch] = here.world.store.batches.all();
  const read = () => here.call('GET', `/v1/batch_transfers/${batch?.id}`, here.basic).body;
  expect(read()).toMatchObject({ status: 'pending', amount: 12.5, transfer_count: 2 });
  expect(here.call('GET', `/v1/batch_transfers/${batch?.id}`, here.auth).status).toBe(401);
  here.moveTo('2026-11-25T13:31:00Z');
  expect(read()).toMatchObject({ status: 'processed' });
  expect(here.world.store.batches.all()[0]).toMatchObject({ amountCents: 4_00 });
  expect(here.held(reserve)).toBe(50_000_00 - 4_00);
  expect(here.webhooks(batch?.id)).toEqual(['batch_transfer_created', 'batch_transfer_updated']);
  const events = here.world.store.deliveries.all().filter((row) => row.resourceId === batch?.id);
  expect(events.every((row) => row.userId === partner.userId)).toBe(true);
});

test('net, at a pace for people: the batch follows within moments', () => {
  const here = payer({ pace: 'fast' });
  toCard(here, { settlement_mode: 'net_debit', client_correlation_id: undefined });
  here.moveTo('2026-11-23T14:00:05Z');
  expect(here.world.store.batches.all()).toMatchObject([{ status: 'processed' }]);
  expect(here.held(`instrument:${here.instrument('reserve')}`)).toBe(50_000_00);
});

function toAccount(here: ReturnType<typeof payer>, change: Record<string, unknown> = {}) {
  return here.post('/card-to-account', {
    name: 'Funding',
    amount: 10,
    client_correlation_id: 'fund1234',
    source: { id: here.card },
    destination: { id: here.account, user_id: here.userId },
    ...change,
  });
}

test('a card funds an account the same day', () => {
  const here = payer();
  expect(toAccount(here)).toMatchObject({ status: 201, body: { type: 'one-time' } });
  here.moveTo('2026-11-23T14:30:00Z');
  expect([here.held(`card:${here.card}`), here.transfer()?.status]).toEqual([-10_00, 'pending']);
  // Before the window closes, and yet too late: the card has been charged.
  const path = `/v1/transfers/${here.transfer()?.id}/cancel`;
  expect(here.call('POST', path, here.auth).status).toBe(400);
  here.moveTo('2026-11-23T18:00:00Z');
  expect(here.transfer()?.status).toBe('processed');
  expect(here.held(`account:${here.account}`)).toBe(10_00);
});

test('funding wants a card of the person, an account made by number, and a new reference', () => {
  const here = payer();
  const issued = addTestCard(here.here, here.userId, '4242424242424242', false);
  const linked = addAccount(here.here, here.userId, { madeBy: 'processor' });
  const fields = (answer: { body: Record<string, unknown> }) =>
    Object.keys(answer.body['errors'] ?? {});
  expect(fields(toAccount(here, { source: { id: issued } }))).toEqual(['source.id']);
  const destination = { id: linked, user_id: here.userId };
  expect(fields(toAccount(here, { destination }))).toEqual(['destination.id']);
  expect(toAccount(here).status).toBe(201);
  expect(fields(toAccount(here))).toEqual(['client_correlation_id']);
  // One reference for both kinds.
  expect(fields(toCard(here, { client_correlation_id: 'fund1234' }))).toEqual([
    'client_correlation_id',
  ]);
  expect(toAccount(here, { client_correlation_id: 'short' }).status).toBe(400);
});

test("only the partner's own business books between settlement accounts", () => {
  const here = payer();
  const partner = addPerson(here.here, { email: partnerEmail });
  const [fbo, reserve] = [here.instrument('fbo'), here.instrument('reserve')];
  const body = { name: 'Top up', amount: 100, source_id: fbo, destination_id: reserve };
  const book = (json: unknown, auth = partner.auth) =>
    here.call('POST', '/v1/routines/book', auth, json);
  expect(book(body, here.auth).status).toBe(403);
  expect(book({ ...body, amount: 100_000.01 }).status).toBe(400);
  expect(book({ ...body, destination_id: here.account }).status).toBe(400);
  expect(here.world.store.routines.size).toBe(0);
  const { status, id, body: result } = book(body);
  expect(status).toBe(201);
  expect(here.call('GET', `/v1/routines/${id}`, partner.auth).body['status']).toBe('completed');
  const path = `/v1/transfers/${String(result['transfer_id'])}`;
  expect(here.call('GET', path, partner.auth).body['status']).toBe('processed');
  const segments = here.call('GET', `${path}/segments`, partner.auth).body['segments'];
  expect(segments).toMatchObject([{ type: 'book', status: 'processed', amount: 100 }]);
  const held = here.call('GET', `/v1/payment_instruments/${reserve}`, here.basic).body;
  expect(held['available_balance']).toBe(50_100);
});

test('a payment from the disputing card comes back, and the dispute is won or lost', () => {
  for (const [outcome, cents, action] of [
    ['Won', -10_00, 'Adjustment - merchant paid'],
    ['Lost', 0, 'Adjustment - merchant debited'],
  ] as const) {
    const here = payer({ pace: 'fast' }, '4403930000007016');
    here.post('', debit(here.card, here.other));
    here.moveTo('2026-11-23T14:00:30Z');
    const path = `/v1/transfers/${here.transfer()?.id}`;
    const read = () => here.call('GET', path, here.auth).body;
    expect(read()).toMatchObject({
      status: 'processed',
      chargeback: { dispute_status: 'Open', exception_settled_amount: 10 },
    });
    expect(here.held(`card:${here.card}`)).toBe(0);
    const id = here.transfer()?.chargebackId ?? '';
    here.inTransaction(() => decideChargeback(here.world, id, outcome));
    expect(read()).toMatchObject({
      chargeback: { cb_id: id, dispute_status: outcome, action_status: action },
    });
    expect(here.held(`card:${here.card}`)).toBe(cents);
    expect(() => decideChargeback(here.world, id, 'Won')).toThrow('not open');
    expect(here.webhooks(id)).toEqual(['chargeback_created', 'chargeback_updated']);
    const event = here.world.store.deliveries.all().find((row) => row.resourceId === id);
    expect(event?.body).toContain(`"resource_parent_id": "${here.transfer()?.id}"`);
  }
});

test('only a processed card payment can be disputed', () => {
  const here = payer();
  here.post('', debit(here.card, here.other));
  here.moveTo('2026-11-23T14:00:05Z');
  expect(() => openChargeback(here.world, here.transfer()?.id ?? '')).toThrow('Only a processed');
});

test('by hand a payment settles now, or fails and everything goes back', () => {
  const here = payer();
  toAccount(here);
  here.moveTo('2026-11-23T14:10:00Z');
  const first = here.transfer();
  const fail = () =>
    here.inTransaction(() => failNow(here.world, first?.id ?? '', 'limit_exceeded'));
  fail();
  expect(fail).toThrow('cannot fail');
  expect(here.transfer()).toMatchObject({ status: 'failed', failureReason: 'limit_exceeded' });
  expect(here.held(`card:${here.card}`)).toBe(0);
  const legs = here.call('GET', `/v1/transfers/${first?.id}/segments`, here.auth).body['segments'];
  expect(legs).toMatchObject([
    { type: 'ach_credit', status: 'failed', failure_reason: 'limit_exceeded' },
    { type: 'pull', status: 'reversed' },
  ]);
  toAccount(here, { client_correlation_id: 'fund5678' });
  here.moveTo('2026-11-23T14:10:05Z');
  here.inTransaction(() => settleTransfer(here.world, here.transfer()?.id ?? ''));
  expect(here.transfer()?.status).toBe('processed');
  here.moveTo('2026-12-01T00:00:00Z');
  expect(here.held(`account:${here.account}`)).toBe(10_00);
});

test('an inbound payment tells its amount as Python prints a float', () => {
  const here = payer();
  const fbo = here.instrument('fbo');
  const receive = (amountCents: number, type: 'Ach' | 'Wires') =>
    here.inTransaction(() => receiveInboundPayment(here.world, fbo, { amountCents, type }));
  expect(receive(123_400, 'Wires')).toBe(true);
  expect(here.world.store.deliveries.all()[0]?.body).toMatch(
    /"user_id": null, "resource_id": "[^"]+", "metadata": \{"amount": 1234\.0, "type": "Wires"\}\}$/,
  );
  expect(here.held(`instrument:${fbo}`)).toBe(100_000_00 + 123_400);
  expect(receive(0, 'Ach')).toBe(false);
});

test('a card payment can be called back until the networks have answered', () => {
  const here = payer({}, '4000220000009098');
  here.post('', debit(here.card, here.other));
  here.moveTo('2026-11-24T14:00:00Z');
  expect(here.transfer()?.status).toBe('pending');
  const path = `/v1/transfers/${here.transfer()?.id}/cancel`;
  expect(here.call('POST', path, addPerson(here.here).auth).status).toBe(404);
  expect(here.call('POST', path, here.auth).status).toBe(200);
});
