import { createHmac } from 'node:crypto';
import { expect, test } from 'vitest';
import {
  routineList,
  routine as routineSchema,
  transferList,
  transfer as transferSchema,
} from '../contract';
import { type TestEmulator, testEmulator } from '../testing/emulator';
import { addCard, onboard } from '../testing/person';
import { waitFor } from '../testing/wait-for';

const good = ['4000056655665556', '4242424242424242'];

function payment(cardIds: readonly string[], change: Record<string, unknown> = {}) {
  return {
    type: 'one-time',
    payment_type: 'debit',
    name: 'Rent',
    source_id: cardIds[0],
    destination_id: cardIds[1],
    amount: 4.99,
    ...change,
  };
}

function post(emulator: TestEmulator, auth: string, json: unknown) {
  return emulator.call('POST', '/v1/routines', { auth, json });
}

function settled(emulator: TestEmulator, auth: string) {
  return waitFor('the transfer to end', async () => {
    const { body } = await emulator.call('GET', '/v1/transfers', { auth });
    const [transfer] = transferList.parse(body).transfers;
    return transfer !== undefined && transfer.status !== 'pending' && transfer;
  });
}

test('a routine becomes a transfer that is processed, and signed webhooks tell each step', async () => {
  const emulator = await testEmulator();
  const { auth, cardIds, userId } = await onboard(emulator, { cards: good });
  const created = await post(
    emulator,
    auth,
    payment(cardIds, { client_correlation_id: 'abc12345' }),
  );
  expect(created.status).toBe(201);
  expect(routineSchema.parse(created.body)).toMatchObject({
    amount: 4.99,
    status: 'active',
    active: true,
    destination_user_id: userId,
    client_correlation_id: 'abc12345',
    created: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}\+00:00$/),
    start_date: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
  });

  const first = await waitFor(
    'transfer_created',
    () => emulator.receiver.ofType('transfer_created')[0],
  );
  const path = `/v1/transfers/${first.event.resource_id}`;
  const pending = transferSchema.parse((await emulator.call('GET', path, { auth })).body);
  expect(pending).toMatchObject({
    routine_id: created.body.id,
    amount: 4.99,
    failure_reason: null,
  });
  const last = await waitFor(
    'transfer_updated',
    () => emulator.receiver.ofType('transfer_updated')[0],
  );
  expect(last.event.resource_id).toBe(first.event.resource_id);
  expect((await emulator.call('GET', path, { auth })).body.status).toBe('processed');
  await waitFor('routine_updated', () => emulator.receiver.ofType('routine_updated')[0]);
  const routine = await emulator.call('GET', `/v1/routines/${created.id}`, { auth });
  expect(routine.body.status).toBe('completed');
  for (const { body, signature } of emulator.receiver.received) {
    const expected = createHmac('sha256', emulator.clientSecret).update(body).digest('base64');
    expect(signature).toBe(expected);
  }
});

test('a transfer from the card that waits stays pending until the console settles it', async () => {
  const emulator = await testEmulator();
  const cards = ['4000220000009098', good[0] ?? ''];
  const { auth, cardIds } = await onboard(emulator, { cards });
  await post(emulator, auth, payment(cardIds));
  const { event } = await waitFor(
    'transfer_created',
    () => emulator.receiver.ofType('transfer_created')[0],
  );
  const settle = `${emulator.hostedUrl}/console/transfers/${event.resource_id}/settle`;
  const foreign = { method: 'POST', headers: { origin: 'http://localhost:3000' } };
  expect((await fetch(settle, foreign)).status).toBe(403);
  const path = `/v1/transfers/${event.resource_id}`;
  expect((await emulator.call('GET', path, { auth })).body.status).toBe('pending');
  await fetch(settle, { method: 'POST' });
  expect(await settled(emulator, auth)).toMatchObject({ status: 'processed' });
});

test.each([
  ['4603690000004045', 'insufficient_funds'],
  ['4758330000005055', 'card_declined'],
  ['4985030000006062', 'limit_exceeded'],
  ['5594300000009097', 'account_closed'],
  ['5200820000008084', 'network_unavailable'],
])('a debit of the card %s fails with %s', async (number, reason) => {
  const emulator = await testEmulator();
  const { auth, cardIds } = await onboard(emulator, { cards: [number, good[0] ?? ''] });
  const created = await post(emulator, auth, payment(cardIds));
  expect(await settled(emulator, auth)).toMatchObject({ status: 'failed', failure_reason: reason });
  const routine = await emulator.call('GET', `/v1/routines/${created.id}`, { auth });
  expect(routine.body.status).toBe('failed');
});

test('each broken rule of a routine is named by its field', async () => {
  const emulator = await testEmulator();
  const mine = await onboard(emulator, { cards: good });
  const change = { phone: '+15550002222', email: 'other@example.com' };
  const theirs = await onboard(emulator, { change, cards: good });
  const noPull = (await addCard(emulator, mine.auth, '4000000000001117')).id;
  const noPush = (await addCard(emulator, mine.auth, '4000220000002226')).id;
  const flagged = (await addCard(emulator, mine.auth, '4000000000001018')).id;
  await waitFor('the review', () => emulator.receiver.ofType('card_updated')[0]);
  const cases: [field: string, change: Record<string, unknown>][] = [
    ['amount', { amount: 0 }],
    ['amount', { amount: -1 }],
    ['amount', { amount: 4.999 }],
    ['amount', { amount: '4.99' }],
    ['source_id', { source_id: theirs.cardIds[0] }],
    ['source_id', { source_id: noPull }],
    ['source_id', { source_id: flagged }],
    ['destination_id', { destination_id: theirs.cardIds[0] }],
    ['destination_id', { destination_id: noPush }],
    ['destination_id', { destination_id: mine.cardIds[0] }],
    ['start_date', { start_date: '2999-01-01' }],
    ['client_correlation_id', { client_correlation_id: 'abcdefghi' }],
    ['start_date', { start_date: '2020-01-01' }],
    ['frequency', { type: 'recurring' }],
    ['threshold', { threshold: 5 }],
    ['source_id', { payment_type: 'ach' }],
    ['payment_type', { payment_type: 'ledger' }],
    ['note', { note: 'hello' }],
  ];
  for (const [field, wrong] of cases) {
    const answer = await post(emulator, mine.auth, payment(mine.cardIds, wrong));
    expect([answer.status, answer.body.errors]).toMatchObject([
      400,
      { [field]: [expect.any(String)] },
    ]);
  }
  const peer = { destination_id: theirs.cardIds[0], destination_user_id: theirs.userId };
  expect((await post(emulator, mine.auth, payment(mine.cardIds, peer))).status).toBe(201);
});

test('every amount of cents goes out as it came in', async () => {
  const emulator = await testEmulator();
  const { auth, cardIds } = await onboard(emulator, { cards: good });
  for (const amount of [0.01, 0.07, 0.29, 1, 1.1, 8.2, 10.5, 19.99, 1234.56, 70_368_744.17]) {
    const { body } = await post(emulator, auth, payment(cardIds, { amount }));
    expect(body.amount).toBe(amount);
  }
});

test('transfers are filtered by status and source, and nobody sees those of others', async () => {
  const emulator = await testEmulator();
  const { auth, cardIds } = await onboard(emulator, { cards: good });
  await post(emulator, auth, payment(cardIds));
  await settled(emulator, auth);
  await post(emulator, auth, payment([...cardIds].reverse()));
  await waitFor(
    'the second transfer',
    () => emulator.receiver.ofType('transfer_created').length === 2,
  );
  const count = async (query: string) =>
    (await emulator.call('GET', `/v1/transfers?${query}`, { auth })).body.count;
  expect(await count(`source_id=${cardIds[0]}`)).toBe(1);
  expect(await count(`status=processed&source_id=${cardIds[0]}`)).toBe(1);
  expect(await count(`status=failed`)).toBe(0);
  expect(await count('batch_size=1')).toBe(1);
  expect((await emulator.call('GET', '/v1/transfers?status=odd', { auth })).status).toBe(400);

  const change = { phone: '+15550002222', email: 'other@example.com' };
  const stranger = await onboard(emulator, { change });
  const mine = await emulator.call('GET', '/v1/transfers', { auth });
  const [transfer] = transferList.parse(mine.body).transfers;
  const peek = await emulator.call('GET', `/v1/transfers/${transfer?.id}`, { auth: stranger.auth });
  expect(peek.status).toBe(404);
  const list = await emulator.call('GET', '/v1/routines', { auth: stranger.auth });
  expect(routineList.parse(list.body).count).toBe(0);
});
