import { expect, test } from 'vitest';
import { pacificDay } from '../contract';
import {
  activateWaitingRoutines,
  resumeForAccount,
  stopForAccount,
  suspendRoutines,
} from '../engine/routines';
import { triggerRoutine } from '../engine/run-routine';
import {
  addAccount,
  addPerson,
  addTestCard,
  type MoneyWorld,
  moneyWorld,
} from '../testing/money-world';

/** A person with two accounts, and how they set up a routine between them. */
function saver(start = '2027-01-29T18:00:00Z', accounts: Parameters<typeof addAccount>[2] = {}) {
  const here = moneyWorld({ start });
  const person = addPerson(here);
  const source = addAccount(here, person.userId, accounts);
  const destination = addAccount(here, person.userId);
  const body = {
    type: 'recurring',
    payment_type: 'ach',
    name: 'Savings',
    source_id: source,
    destination_id: destination,
    amount: 10,
    frequency: 'monthly',
  };
  const create = (change: Record<string, unknown> = {}) =>
    here.call('POST', '/v1/routines', person.auth, { ...body, ...change });
  const change = (id: string, json: unknown) =>
    here.call('PUT', `/v1/routines/${id}`, person.auth, json);
  return { ...here, here, ...person, source, destination, create, change };
}

/** A routine of a kind without a frequency. */
function kind(type: string, fields: Record<string, unknown>) {
  return { type, frequency: undefined, amount: undefined, ...fields };
}

function daysOf({ world }: MoneyWorld) {
  return world.store.transfers
    .all()
    .map((row) => pacificDay(row.initiatedMs))
    .reverse();
}

function statusOf({ world }: MoneyWorld, id: string) {
  return world.store.routines.get(id)?.status;
}

test.each([
  ['weekly', '2027-02-27T00:00:00Z', '01-29 02-05 02-12 02-19 02-26'],
  ['bi-weekly', '2027-03-13T00:00:00Z', '01-29 02-12 02-26 03-12'],
])('a %s routine pays on each of its Pacific days', (frequency, until, days) => {
  const { here, create, moveTo } = saver();
  expect(create({ frequency }).status).toBe(201);
  moveTo(until.replace('T00', 'T23'));
  expect(daysOf(here)).toEqual(days.split(' ').map((day) => `2027-${day}`));
});

test('a monthly routine of the 31st pays on the last day of shorter months', () => {
  const { here, create, moveTo, call, auth, webhooks } = saver('2027-01-29T18:00:00Z');
  const { id } = create({ start_date: '2027-01-31' });
  moveTo('2027-01-31T07:59:59Z');
  expect(daysOf(here)).toEqual([]);
  moveTo('2027-05-01T06:59:00Z');
  expect(daysOf(here)).toEqual(['2027-01-31', '2027-02-28', '2027-03-31', '2027-04-30']);
  expect(statusOf(here, id)).toBe('active');
  const list = call('GET', `/v1/routines/${id}/transfers?batch_size=3`, auth).body;
  expect(list).toMatchObject({ count: 3, more: true, transfers: [{ routine_id: id }, {}, {}] });
  expect(webhooks(id)).toEqual([]);
});

test('a paused routine makes nothing, and goes on from the next day that is due', () => {
  const { here, create, change, moveTo, webhooks } = saver();
  const { id } = create({ frequency: 'weekly' });
  moveTo('2027-01-30T00:00:00Z');
  expect(change(id, { active: false }).body).toMatchObject({ active: false, status: 'inactive' });
  moveTo('2027-02-20T20:00:00Z');
  expect(change(id, { active: true }).body).toMatchObject({ active: true, status: 'active' });
  moveTo('2027-02-27T00:00:00Z');
  expect(daysOf(here)).toEqual(['2027-01-29', '2027-02-26']);
  expect(webhooks(id)).toEqual(['routine_updated', 'routine_updated']);
});

test('a change of the amount and of the days counts from then on', () => {
  const { here, create, change, moveTo } = saver();
  const { id } = create({ frequency: 'weekly' });
  moveTo('2027-01-30T00:00:00Z');
  const answer = change(id, { amount: 12.5, frequency: 'monthly', name: 'More' });
  expect(answer.body).toMatchObject({ amount: 12.5, frequency: 'monthly', name: 'More' });
  moveTo('2027-03-02T00:00:00Z');
  expect(daysOf(here)).toEqual(['2027-01-29', '2027-02-28']);
  expect(here.world.store.transfers.all()[0]).toMatchObject({ amountCents: 1250 });
});

test('only fields of its own kind can be changed on a routine', () => {
  const { create, change, destination } = saver();
  const { id } = create();
  for (const [field, value] of [
    ['threshold', 5],
    ['spending', 'x'],
    ['type', 'one-time'],
    ['payment_type', 'debit'],
    ['source_id', destination],
    ['start_date', '2020-01-01'],
    ['preferred_settlement_speed', 'T+0'],
    ['client_correlation_id', 'x'.repeat(81)],
  ] as const) {
    expect([field, change(id, { [field]: value }).status]).toEqual([field, 400]);
  }
});

test('deleting stops what is to come, not what is under way; one-time routines stay', () => {
  const { here, create, call, auth, moveTo, world } = saver();
  const { id } = create({ frequency: 'weekly' });
  moveTo('2027-01-29T18:01:00Z');
  expect(call('DELETE', `/v1/routines/${id}`, auth).status).toBe(204);
  expect(call('GET', `/v1/routines/${id}`, auth).status).toBe(404);
  moveTo('2027-02-20T00:00:00Z');
  expect(daysOf(here)).toEqual(['2027-01-29']);
  expect(world.store.transfers.all()[0]?.status).toBe('processed');
  const once = create({ type: 'one-time', frequency: undefined });
  expect(call('DELETE', `/v1/routines/${once.id}`, auth).status).toBe(400);
});

test('a one-time payment waits for its day, and nothing starts in the past', () => {
  const { here, create, moveTo } = saver();
  const once = { type: 'one-time', frequency: undefined };
  expect(create({ ...once, start_date: '2027-01-28' }).status).toBe(400);
  create({ ...once, start_date: '2027-02-03' });
  moveTo('2027-02-03T07:59:59Z');
  expect(daysOf(here)).toEqual([]);
  moveTo('2027-02-03T08:00:00Z');
  expect(daysOf(here)).toEqual(['2027-02-03']);
});

test('a one-time payment can be paused until its transfer begins', () => {
  const { here, create, change, moveTo } = saver();
  const { id } = create({ type: 'one-time', frequency: undefined, start_date: '2027-02-03' });
  change(id, { active: false });
  moveTo('2027-02-05T20:00:00Z');
  expect(daysOf(here)).toEqual([]);
  change(id, { active: true });
  moveTo('2027-02-05T20:01:00Z');
  expect(daysOf(here)).toEqual(['2027-02-05']);
  expect(change(id, { active: false }).status).toBe(400);
});

test('a fifty-two-week routine grows weekly and is completed after a year', () => {
  const { here, create, moveTo, world } = saver();
  const fields = { amount_start: 1, amount_increment: 0.5 };
  const { id } = create(kind('fifty-two-week', fields));
  moveTo('2028-03-01T00:00:00Z');
  const amounts = world.store.transfers.all().map((row) => row.amountCents);
  expect(amounts).toHaveLength(52);
  expect([amounts.at(-1), amounts.at(-2), amounts[0]]).toEqual([100, 150, 2650]);
  expect(statusOf(here, id)).toBe('completed');
});

test.each([
  ['sweep', { threshold: 900 }, null, 100_00],
  ['refill', { threshold: 1200.5 }, null, 200_50],
  ['percentage-balance', { percent_of_balance: 1.25 }, null, 12_50],
  ['percentage-based', { percent_of_transaction: 10 }, 250_05, 25_01],
  ['round-up', { spending: 'the source' }, 4_37, 63],
])('a %s routine with %o moves its share when it is triggered', (type, fields, occasion, cents) => {
  const { here, create, inTransaction, moveTo } = saver();
  const routine = create(kind(type, fields));
  expect(routine).toMatchObject({ status: 201, body: { type, ...fields } });
  moveTo('2027-02-20T00:00:00Z');
  expect(daysOf(here)).toEqual([]);
  const transfer = inTransaction(() => triggerRoutine(here.world, routine.id, occasion));
  expect(transfer.amountCents).toBe(cents);
});

test('nothing to move is said in words', () => {
  const { here, create, inTransaction } = saver();
  const trigger = (id: string, occasion?: number) =>
    inTransaction(() => triggerRoutine(here.world, id, occasion));
  const sweep = create(kind('sweep', { threshold: 2000 }));
  expect(() => trigger(sweep.id)).toThrow('nothing to move');
  const fields = { percent_of_transaction: 10, minimum_transaction_threshold: 50 };
  const share = create(kind('percentage-based', fields));
  expect(() => trigger(share.id, 49_99)).toThrow('nothing to move');
});

test('a transfer made ahead of its day leaves the planned one as it is', () => {
  const { here, create, inTransaction, moveTo } = saver();
  const { id } = create({ frequency: 'weekly', start_date: '2027-02-01' });
  inTransaction(() => triggerRoutine(here.world, id));
  moveTo('2027-02-09T00:00:00Z');
  expect(daysOf(here)).toEqual(['2027-01-29', '2027-02-01', '2027-02-08']);
});

test('a transfer made moments before the planned one of the same day does not replace it', () => {
  const { here, create, inTransaction, moveTo } = saver();
  const { id } = create({ frequency: 'weekly' });
  inTransaction(() => triggerRoutine(here.world, id));
  moveTo('2027-01-30T00:00:00Z');
  expect(daysOf(here)).toEqual(['2027-01-29', '2027-01-29']);
});

test('an account that needs a new log-in holds its routines up', () => {
  const { here, create, moveTo, inTransaction, world, source } = saver(undefined, {
    connectionStatus: 'error',
  });
  const reconnect = () =>
    inTransaction(() => {
      const row = world.store.accounts.get(source);
      if (row) world.store.accounts.put({ ...row, connectionStatus: 'connected' });
      resumeForAccount(world, source);
    });
  const monthly = create().id;
  const late = create({ type: 'one-time', frequency: undefined }).id;
  const soon = create({ type: 'one-time', frequency: undefined, start_date: '2027-02-01' }).id;
  for (const id of [monthly, late, soon]) {
    expect(statusOf(here, id)).toBe('pending_account_authorization');
  }
  // Eight days after the first one-time payment's day, seven after the second one's.
  moveTo('2027-02-08T20:00:00Z');
  reconnect();
  expect([monthly, late, soon].map((id) => statusOf(here, id))).toEqual([
    'active',
    'pending_account_authorization',
    'active',
  ]);
  moveTo('2027-02-12T20:00:00Z');
  expect(statusOf(here, soon)).toBe('completed');
});

test('a log-in that is lost stops what runs', () => {
  const { here, create, moveTo, inTransaction, world, source } = saver();
  const weekly = create({ frequency: 'weekly' }).id;
  const other = create({ frequency: 'weekly' }).id;
  moveTo('2027-01-30T00:00:00Z');
  inTransaction(() => {
    const row = world.store.accounts.get(source);
    if (row) world.store.accounts.put({ ...row, connectionStatus: 'error' });
  });
  // The routine itself looks before it pays, even if nobody told it.
  moveTo('2027-02-06T00:00:00Z');
  expect(statusOf(here, weekly)).toBe('pending_account_authorization');
  inTransaction(() => stopForAccount(world, source));
  expect(statusOf(here, other)).toBe('pending_account_authorization');
  expect(daysOf(here)).toEqual(['2027-01-29', '2027-01-29']);
});

test('a suspended user pays nothing; afterwards repeating routines go on, one-time ones never', () => {
  const { here, create, change, moveTo, inTransaction, world, userId } = saver();
  const weekly = create({ frequency: 'weekly' }).id;
  const paused = create({ frequency: 'weekly' }).id;
  const once = create({ type: 'one-time', frequency: undefined, start_date: '2027-02-03' }).id;
  change(paused, { active: false });
  inTransaction(() => suspendRoutines(world, userId));
  for (const id of [weekly, paused, once]) expect(statusOf(here, id)).toBe('user_suspended');
  expect(change(weekly, { active: true }).status).toBe(400);
  moveTo('2027-02-09T00:00:00Z');
  inTransaction(() => activateWaitingRoutines(world, userId));
  expect([weekly, paused, once].map((id) => statusOf(here, id))).toEqual([
    'active',
    'inactive',
    'user_suspended',
  ]);
  moveTo('2027-02-13T00:00:00Z');
  expect(daysOf(here)).toEqual(['2027-02-12']);
});

test('a routine of somebody unverified waits, and each status is one that is documented', () => {
  const { here, inTransaction, world, moveTo } = saver();
  const waiting = addPerson(here, { status: 'document' });
  const ends = {
    source_id: addTestCard(here, waiting.userId),
    destination_id: addTestCard(here, waiting.userId),
  };
  const json = { type: 'one-time', payment_type: 'debit', name: 'x', amount: 1, ...ends };
  const { id, body } = here.call('POST', '/v1/routines', waiting.auth, json);
  expect(body).toMatchObject({ status: 'requires_user_verification', active: true });
  inTransaction(() => {
    const row = world.store.users.get(waiting.userId);
    if (row) world.store.users.put({ ...row, status: 'approved' });
    activateWaitingRoutines(world, waiting.userId);
  });
  moveTo('2027-01-29T18:05:00Z');
  expect(world.store.routines.get(id)?.history.map((row) => row.status)).toEqual([
    'requires_user_verification',
    'active',
    'completed',
  ]);
});
