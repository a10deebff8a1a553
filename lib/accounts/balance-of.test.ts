import { expect, test } from 'vitest';
import { balanceOf } from './balance-of';

const now = new Date('2026-11-21T12:00:00Z');
const hoursAgo = (hours: number) => new Date(now.getTime() - hours * 60 * 60_000);
const told = { availableBalanceCents: 1n, currentBalanceCents: 2n, balanceAt: hoursAgo(1) };

test('a balance that nobody has told is none, also when it has a time', () => {
  const account = { ...told, availableBalanceCents: null, currentBalanceCents: null };
  expect(balanceOf(account, now)).toBeNull();
});

test('one of the two amounts is a balance', () => {
  expect(balanceOf({ ...told, currentBalanceCents: null }, now)).toEqual({
    availableCents: 1,
    currentCents: null,
    at: told.balanceAt,
    isOld: false,
  });
});

test.each([
  [hoursAgo(24), false],
  [hoursAgo(24.1), true],
  [hoursAgo(-1), false],
  [null, true],
])('a balance of %j is old: %j', (balanceAt, isOld) => {
  expect(balanceOf({ ...told, balanceAt }, now)?.isOld).toBe(isOld);
});
