import { expect, test } from 'vitest';
import { behaviourOfAccount, testAccounts } from '../rules/test-accounts';
import { addAccount, addPerson, type MoneyWorld, moneyWorld } from '../testing/money-world';

// Monday, November 23, 2026, 9 am in New York; Thursday is Thanksgiving.
const monday = '2026-11-23T14:00:00Z';

function ach(sourceId: string, destinationId: string, change: Record<string, unknown> = {}) {
  return {
    type: 'one-time',
    payment_type: 'ach',
    name: 'Savings',
    source_id: sourceId,
    destination_id: destinationId,
    amount: 40,
    ...change,
  };
}

function twoAccounts(options: Parameters<typeof moneyWorld>[0] = {}, number?: string) {
  const here = moneyWorld({ start: monday, ...options });
  const person = addPerson(here);
  const source = addAccount(here, person.userId, number === undefined ? {} : { number });
  const destination = addAccount(here, person.userId);
  const send = (change: Record<string, unknown> = {}) =>
    here.call('POST', '/v1/routines', person.auth, ach(source, destination, change));
  const transfers = () => here.world.store.transfers.all();
  return { ...here, here, ...person, source, destination, send, transfers };
}

function availableOf({ world }: MoneyWorld, id: string) {
  return world.store.accounts.get(id)?.availableBalanceCents;
}

test.each([
  ['T+1', '2026-11-24T13:30:00.000000', 'ach_debit 1, ach_credit 1'],
  ['T+2', '2026-11-25T13:30:00.000000', 'ach_debit 1, ach_credit 2'],
  ['T+4', '2026-11-30T13:30:00.000000', 'ach_debit 1, ach_credit 5'],
])('%s arrives on its banking day, and its legs tell the way', (speed, clearing) => {
  const { send, call, auth, moveTo, transfers, here, source, destination } = twoAccounts();
  const routine = send({ preferred_settlement_speed: speed });
  expect(routine).toMatchObject({ status: 201, body: { preferred_settlement_speed: speed } });
  moveTo('2026-11-23T14:01:00Z');
  const id = transfers()[0]?.id ?? '';
  expect(call('GET', `/v1/transfers/${id}`, auth).body).toMatchObject({
    status: 'pending',
    payment_type: 'ach',
    estimated_clearing_date: clearing,
  });
  moveTo(`${clearing.slice(0, 16)}:00Z`);
  expect(call('GET', `/v1/transfers/${id}`, auth).body['status']).toBe('processed');
  expect(call('GET', `/v1/transfers/${id}/segments`, auth).body['segments']).toMatchObject([
    { type: 'ach_credit', status: 'processed', network: 'ACH', amount: 40, updated: clearing },
    { type: 'ach_debit', status: 'processed', updated: '2026-11-24T13:30:00.000000' },
  ]);
  expect(availableOf(here, source)).toBe(960_00);
  expect(availableOf(here, destination)).toBe(1_040_00);
  expect(call('GET', `/v1/routines/${routine.id}`, auth).body['status']).toBe('completed');
});

test('at a pace for people and tests ACH ends soon, and still estimates as the banks would', () => {
  const { send, moveTo, transfers } = twoAccounts({ pace: 'fast' });
  send({ preferred_settlement_speed: 'T+4' });
  moveTo('2026-11-23T14:00:01Z');
  expect(transfers()[0]?.status).toBe('processed');
  expect(new Date(transfers()[0]?.estimatedClearingMs ?? 0).getUTCDate()).toBe(30);
});

test('real-time and T+0 leave from a payment instrument only', () => {
  const { send, call, basic } = twoAccounts();
  for (const speed of ['real-time', 'T+0']) {
    expect(send({ preferred_settlement_speed: speed })).toMatchObject({
      status: 400,
      body: { errors: { preferred_settlement_speed: [expect.any(String)] } },
    });
  }
  expect(call('GET', '/v1/payment_instruments', basic).body).toMatchObject({ count: 2 });
});

test.each([
  ['222222226', {}, 'RTP', 'processed'],
  ['011401533', {}, 'FedNow', 'processed'],
  ['091000019', {}, 'ACH', 'pending'],
  ['091000019', { disable_alternative_routing: true }, 'RTP', 'failed'],
])('a real-time payment to the bank %s with %o goes by %s and is %s in a minute', (...row) => {
  const [routingNumber, change, network, status] = row;
  const here = moneyWorld({ start: monday });
  const { userId, auth } = addPerson(here);
  const destination = addAccount(here, userId, { routingNumber });
  const fbo = here.world.store.instruments.latest('type', 'fbo')?.id ?? '';
  const body = ach(fbo, destination, { preferred_settlement_speed: 'real-time', ...change });
  expect(here.call('POST', '/v1/routines', auth, body).status).toBe(201);
  here.moveTo('2026-11-23T14:01:00Z');
  const [transfer] = here.world.store.transfers.all();
  expect(transfer?.status).toBe(status);
  const path = `/v1/transfers/${transfer?.id}/segments`;
  expect(here.call('GET', path, auth).body['segments']).toMatchObject([{ network }]);
  if (status === 'failed') expect(transfer?.failureReason).toBe('network_unavailable');
  here.moveTo('2026-11-23T18:00:00Z');
  expect(here.world.store.transfers.all()[0]?.status).toBe(
    status === 'failed' ? 'failed' : 'processed',
  );
  const held = here.call('GET', `/v1/payment_instruments/${fbo}`, here.basic).body;
  expect(held['available_balance']).toBe(status === 'failed' ? 100_000 : 99_960);
});

test('a payment can be cancelled until its window closes, and not after', () => {
  const { send, call, auth, moveTo, transfers, webhooks } = twoAccounts();
  const early = send();
  moveTo('2026-11-23T14:44:59Z');
  const first = transfers()[0]?.id ?? '';
  const answer = call('POST', `/v1/transfers/${first}/cancel`, auth);
  expect(answer).toMatchObject({ status: 200, body: { status: 'cancelled' } });
  expect(webhooks(first)).toEqual(['transfer_created', 'transfer_updated']);
  expect(call('GET', `/v1/routines/${early.id}`, auth).body['status']).toBe('cancelled');
  expect(call('POST', `/v1/transfers/${first}/cancel`, auth).status).toBe(400);

  send();
  moveTo('2026-11-23T18:45:00Z');
  const second = transfers()[0]?.id ?? '';
  const refused = call('POST', `/v1/transfers/${second}/cancel`, auth);
  expect(refused).toMatchObject({ status: 400, body: { name: 'Bad Request' } });
  expect(transfers()[0]?.status).toBe('pending');
  moveTo('2026-12-10T00:00:00Z');
  expect(transfers().map((row) => row.status)).toEqual(['processed', 'cancelled']);
});

test.each(testAccounts.filter((account) => account.returnCode !== undefined))(
  'payments from the account $accountNumber are processed, then returned with $returnCode',
  ({ accountNumber, returnCode }) => {
    const here = twoAccounts({}, accountNumber);
    const { send, moveTo, transfers, webhooks, source, destination } = here;
    send();
    moveTo('2026-11-24T14:00:00Z');
    expect(transfers()[0]?.status).toBe('processed');
    // Two banking days on: Wednesday, and Friday after Thanksgiving.
    moveTo('2026-11-27T13:29:00Z');
    expect(transfers()[0]?.status).toBe('processed');
    moveTo('2026-11-27T13:30:00Z');
    expect(transfers()[0]).toMatchObject({ status: 'failed', failureReason: returnCode });
    expect(webhooks(transfers()[0]?.id)).toEqual([
      'transfer_created',
      'transfer_updated',
      'transfer_updated',
    ]);
    // The reserve bears it: the sender has their money back, and the receiver keeps theirs.
    expect(availableOf(here.here, source)).toBe(1_000_00);
    expect(availableOf(here.here, destination)).toBe(1_040_00);
    const reserve = here.world.store.instruments.latest('type', 'reserve')?.id ?? '';
    const held = here.call('GET', `/v1/payment_instruments/${reserve}`, here.basic).body;
    expect(held['available_balance']).toBe(49_960);
  },
);

test('a bank that sends back what it gets returns it to the sender', () => {
  const { here, send, moveTo, transfers, source, userId } = twoAccounts();
  const destination = addAccount(here, userId, { number: '1000000303' });
  send({ destination_id: destination });
  moveTo('2026-12-10T00:00:00Z');
  expect(transfers()[0]).toMatchObject({ status: 'failed', failureReason: 'R03' });
  expect(availableOf(here, source)).toBe(1_000_00);
  expect(availableOf(here, destination)).toBe(1_000_00);
});

test('a return that comes before a slow payment is processed fails it, and everything goes back', () => {
  const { here, send, moveTo, transfers, call, auth, source } = twoAccounts({}, '1000000101');
  const routine = send({ preferred_settlement_speed: 'T+4' });
  moveTo('2026-11-27T14:00:00Z');
  expect(transfers()[0]).toMatchObject({ status: 'failed', failureReason: 'R01' });
  expect(availableOf(here, source)).toBe(1_000_00);
  expect(call('GET', `/v1/routines/${routine.id}`, auth).body['status']).toBe('failed');
});

test('what an account does not hold is not moved', () => {
  const { send, moveTo, transfers } = twoAccounts();
  send({ amount: 1000.01 });
  moveTo('2026-12-10T00:00:00Z');
  expect(transfers()[0]).toMatchObject({ status: 'failed', failureReason: 'insufficient_funds' });
});

test('an amount of 222.22 takes its time', () => {
  const { send, moveTo, transfers } = twoAccounts();
  send({ amount: 222.22 });
  moveTo('2026-11-24T14:00:00Z');
  expect(transfers()[0]?.status).toBe('pending');
  // Wednesday, and Friday after Thanksgiving.
  moveTo('2026-11-27T13:29:00Z');
  expect(transfers()[0]?.status).toBe('pending');
  moveTo('2026-11-27T13:30:00Z');
  expect(transfers()[0]?.status).toBe('processed');
});

test('references may be 80 letters long by ACH and 140 in real time', () => {
  const { send } = twoAccounts();
  expect(send({ client_correlation_id: 'x'.repeat(80) }).status).toBe(201);
  expect(send({ client_correlation_id: 'x'.repeat(81) }).status).toBe(400);
});

test('leading zeros do not change what an account number does', () => {
  expect(behaviourOfAccount('0001000000101').returnCode).toBe('R01');
  expect(behaviourOfAccount('12345678').returnCode).toBeUndefined();
});
