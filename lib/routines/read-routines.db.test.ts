import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { pacificToday } from '@/lib/cards/pacific-today';
import { addDays } from '@/lib/payments/arrival/banking-days';
import { createAccount } from '@/testing/astra/accounts';
import { createRoutine } from '@/testing/astra/routines';
import { createCard, createPerson } from '@/testing/rows/people';
import { createTransfer } from '@/testing/rows/transfers';
import { findRoutine } from './find-routine';
import { listRoutinePage } from './list-routines';
import { type RoutineFilter, routineFilter, routineQuery } from './routine-filter';

const { id: userId } = await createPerson();
const today = await pacificToday();
const card = await createCard(userId, { lastFour: '1111' });
const created = (day: number) => ({ astraCreatedAt: new Date(Date.UTC(2026, 0, day)) });
const rent = await createRoutine(userId, {
  name: 'Rent',
  frequency: 'monthly',
  startDate: addDays(today, 3),
  sourceAstraId: card.astraId,
  ...created(1),
});
await createRoutine(userId, { name: 'Gift', type: 'one-time', frequency: null, ...created(2) });
await createRoutine(userId, { name: 'Club', status: 'inactive', ...created(3) });
await createRoutine(userId, { name: 'Coffee', frequency: 'bi-weekly', ...created(4) });
await createRoutine(userId, { name: 'Sweep', type: 'sweep', frequency: null, ...created(5) });
await createRoutine(userId, {
  name: 'Bank',
  status: 'pending_account_authorization',
  ...created(6),
});
await createRoutine(userId, { name: 'Old', status: 'cancelled', ...created(7) });
await createRoutine(userId, { name: 'Just made', astraCreatedAt: null });
const { id: other } = await createPerson();
await createRoutine(other, { name: 'Another person’s' });

const named = async (filter: RoutineFilter) =>
  (await listRoutinePage(userId, filter, 1)).items.map(({ name }) => name);

test.each<[string, RoutineFilter, string[]]>([
  [
    'nothing asked for, newest first',
    {},
    ['Just made', 'Old', 'Bank', 'Sweep', 'Coffee', 'Club', 'Gift', 'Rent'],
  ],
  ['those that run', { status: 'running' }, ['Just made', 'Sweep', 'Coffee', 'Gift', 'Rent']],
  ['those that are paused', { status: 'paused' }, ['Club']],
  ['those that wait for their person', { status: 'waiting' }, ['Bank']],
  ['those that have ended', { status: 'ended' }, ['Old']],
  ['those that pay once', { kind: 'one-time' }, ['Gift']],
  ['those of each week', { kind: 'weekly' }, ['Just made', 'Old', 'Bank', 'Club']],
  ['those of every other week', { kind: 'bi-weekly' }, ['Coffee']],
  ['those of each month', { kind: 'monthly' }, ['Rent']],
  ['those that move by themselves', { kind: 'automatic' }, ['Sweep']],
  ['both at once', { kind: 'weekly', status: 'paused' }, ['Club']],
])('a list is narrowed to what was asked: %s', async (_what, filter, names) => {
  expect(await named(filter)).toEqual(names);
});

test('an address that makes no sense narrows nothing, and one that does is written again', () => {
  expect(routineFilter.parse({ status: 'lost', kind: ['a', 'b'] })).toEqual({});
  const filter = routineFilter.parse({ status: 'paused', kind: 'monthly', page: '7' });
  expect(routineQuery(filter, 2)).toBe('?status=paused&kind=monthly&page=2');
  expect(routineQuery({})).toBe('');
});

test('the pages of a list hold each routine once', async () => {
  const { id } = await createPerson();
  for (let index = 0; index < 30; index += 1) await createRoutine(id, { name: `Routine ${index}` });
  const pages = [await listRoutinePage(id, {}, 1), await listRoutinePage(id, {}, 2)];
  expect(pages.map(({ items }) => items.length)).toEqual([25, 5]);
  const ids = pages.flatMap(({ items }) => items.map(({ astraId }) => astraId));
  expect(new Set(ids).size).toBe(30);
});

test('a routine is listed with its ends and its next day', async () => {
  const { items } = await listRoutinePage(userId, { kind: 'monthly' }, 1);
  expect(items).toMatchObject([
    { next: addDays(today, 3), ends: { from: expect.stringContaining('1111'), to: null } },
  ]);
});

test('a routine is found with its terms, its days and its newest transfers', async () => {
  const account = await createAccount(userId);
  const { astraId } = await createRoutine(userId, {
    type: 'round-up',
    frequency: null,
    terms: { spendingAstraId: account.astraId },
  });
  const { id } = await createTransfer(userId, { routineAstraId: astraId });
  expect(await findRoutine(userId, astraId)).toMatchObject({
    spending: { id: account.id },
    transfers: [{ id }],
    history: { transfers: 1 },
    dates: [],
  });
  expect((await findRoutine(userId, rent.astraId))?.dates).toHaveLength(5);
});

test('terms that cannot be read cost nobody the page', async () => {
  const { astraId } = await createRoutine(userId, { terms: { frequency: 'yearly', lost: true } });
  expect(await findRoutine(userId, astraId)).toMatchObject({ terms: {} });
});

test("nobody finds another person's routine, nor the transfers that it has made", async () => {
  expect(await findRoutine(other, rent.astraId)).toBeNull();
  await createTransfer(other, { routineAstraId: rent.astraId });
  expect((await findRoutine(userId, rent.astraId))?.transfers).toEqual([]);
});

test.each(['', 'x', '../../etc', "' OR true", '\0', '\ud800', randomUUID(), 'x'.repeat(2000)])(
  'the page id %j leads to nothing, not to an error',
  async (id) => {
    expect(await findRoutine(userId, id)).toBeNull();
  },
);
