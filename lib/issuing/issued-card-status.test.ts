import { expect, test } from 'vitest';
import { statusAt } from './issued-card-status';

test.each([
  ['2027-11-30T20:00:00Z', 'active'],
  // Still November in Los Angeles, by whose calendar Astra goes.
  ['2027-12-01T03:00:00Z', 'active'],
  ['2027-12-01T09:00:00Z', 'expired'],
  ['2099-01-01T00:00:00Z', 'expired'],
])('a card that expires in 11/27 is at %s %s', (now, status) => {
  expect(statusAt({ status: 'active', expirationDate: '11/27' }, new Date(now))).toBe(status);
});

test('what is wrong with a card stays what it is', () => {
  const card = { status: 'lost', expirationDate: '11/27' } as const;
  expect(statusAt(card, new Date('2099-01-01'))).toBe('lost');
});
