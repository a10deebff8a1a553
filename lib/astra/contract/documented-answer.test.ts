import { expect, test } from 'vitest';
import { documentedAnswer } from './documented-answer';
import type { Operation } from './operation';
import { operations } from './operations';

/** Where an answer is not as documented. */
function faults(operation: Operation, answer: unknown): string[] {
  const result = documentedAnswer(operation)?.safeParse(answer);
  const places = result?.error?.issues.map(({ path }) => path.join('.')) ?? [];
  return [...new Set(places)];
}

const transfer = {
  id: 't-1',
  status: 'pending',
  routine_id: 'r-1',
  routine_type: 'one-time',
  routine_name: 'Rent',
  client_correlation_id: null,
  source_id: 'card-1',
  destination_id: 'card-2',
  destination_user_id: null,
  amount: 4.99,
  payment_type: 'debit',
  initiated: '2020-09-15T15:12:04.746260',
  updated: '2020-09-15T15:12:04.746260',
  estimated_clearing_date: '2020-09-15T15:12:04.746260',
  failure_reason: null,
};

const routine = {
  id: 'r-1',
  type: 'one-time',
  name: 'Rent',
  payment_type: 'debit',
  source_id: 'card-1',
  destination_id: 'card-2',
  destination_user_id: 'user-1',
  amount: 4.99,
  start_date: '2020-09-15',
  active: true,
  status: 'active',
  created: '2020-09-15T15:12:04.746260+00:00',
};

test('a complete answer is fine, and so is a key more', () => {
  expect(faults(operations.transfers.get, { ...transfer, brand_new: 1 })).toEqual([]);
  expect(faults(operations.routines.get, routine)).toEqual([]);
});

test.each(Object.keys(transfer))('a transfer without %s is not as documented', (key) => {
  const { [key]: _, ...rest }: Record<string, unknown> = transfer;
  expect(faults(operations.transfers.get, rest)).toEqual([key]);
});

test.each([
  ['initiated', 'yesterday'],
  ['initiated', '2020-09-15T15:12:04'],
  ['initiated', '2020-09-15T15:12:04.746260Z'],
  ['initiated', '2020-02-30T15:12:04.746260'],
  ['amount', 4.999],
  ['status', 'canceled'],
  ['source_id', null],
])('a transfer whose %s is %s is not as documented', (key, value) => {
  expect(faults(operations.transfers.get, { ...transfer, [key]: value })).toEqual([key]);
});

test.each([
  ['created', '2020-09-15T15:12:04.746260'],
  ['start_date', '2020-09-15T00:00:00.000000'],
])('a routine whose %s is %s is not as documented', (key, value) => {
  expect(faults(operations.routines.get, { ...routine, [key]: value })).toEqual([key]);
});

test('a routine needs the fields of its own type', () => {
  expect(faults(operations.routines.get, { ...routine, amount: undefined })).toEqual(['amount']);
  const weekly = { ...routine, type: 'recurring' };
  expect(faults(operations.routines.get, weekly)).toEqual(['frequency']);
  expect(faults(operations.routines.get, { ...weekly, frequency: 'weekly' })).toEqual([]);
  const sweep = { ...routine, type: 'sweep', amount: undefined, threshold: 100 };
  expect(faults(operations.routines.get, sweep)).toEqual([]);
});

test('a list is looked at entry by entry, and says where it ends by leaving the cursor out', () => {
  const { updated: _, ...short } = transfer;
  const { list } = operations.transfers;
  expect(faults(list, { count: 1, transfers: [transfer] })).toEqual([]);
  expect(faults(list, { count: 2, transfers: [transfer, short] })).toEqual(['transfers.1.updated']);
  expect(faults(list, { transfers: [] })).toEqual(['count']);
});

test('the answer to a change of a routine may lack its status', () => {
  const { status: _, created: __, ...changed } = routine;
  expect(faults(operations.routines.update, changed)).toEqual([]);
  expect(faults(operations.routines.get, changed)).toEqual(['status', 'created']);
});

test('every endpoint has a documented answer, or none', () => {
  for (const [resource, table] of Object.entries<Record<string, Operation>>(operations)) {
    for (const [name, operation] of Object.entries(table)) {
      const hasAnswer = documentedAnswer(operation) !== null;
      expect(hasAnswer, `${resource}.${name}`).toBe(operation.response !== null);
    }
  }
});
