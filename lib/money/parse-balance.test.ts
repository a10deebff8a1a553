import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatCents } from './format-cents';
import { parseBalance } from './parse-balance';
import { toCents } from './to-cents';

test.each([
  ['4.99', 499],
  ['$1,250.00', 125_000],
  ['0', 0],
  ['0.00', 0],
  ['-0', 0],
  ['-4.99', -499],
  ['\u22124.99', -499],
  ['- $4.99', -499],
  [' -1,000.50 ', -100_050],
  ['1000000000', 100_000_000_000],
  ['-1000000000', -100_000_000_000],
])('%j is a balance of %i cents', (typed, expected) => {
  const parsed = parseBalance(typed);
  expect(parsed).toEqual({ ok: true, cents: expected });
  expect(parsed.ok && Object.is(parsed.cents, -0)).toBe(false);
});

test.each([
  ['', 'Enter an amount.'],
  ['-', 'Enter an amount.'],
  ['--5', 'Enter the balance in digits, such as 4.99 or -4.99.'],
  ['(5)', 'Enter the balance in digits, such as 4.99 or -4.99.'],
  ['5-', 'Enter the balance in digits, such as 4.99 or -4.99.'],
  ['1e3', 'Enter the amount in digits, such as 4.99.'],
  ['4,99', 'Use commas for thousands and a dot for cents, such as 1,000.50.'],
  ['-4.999', 'Enter at most two digits after the dot.'],
  ['1000000000.01', 'Enter at most $1,000,000,000.00.'],
  ['-1000000000.01', 'Enter at least -$1,000,000,000.00.'],
])('%j is answered with a sentence', (typed, message) => {
  expect(parseBalance(typed)).toMatchObject({ ok: false, message });
});

test('a balance is understood in the way amounts are shown, below zero too', () => {
  const limit = 100_000_000_000;
  fc.assert(
    fc.property(fc.integer({ min: -limit, max: limit }).map(toCents), (amount) => {
      expect(parseBalance(formatCents(amount))).toEqual({ ok: true, cents: amount });
    }),
  );
});
