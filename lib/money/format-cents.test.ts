import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { largestCents } from '@/lib/astra';
import { formatCents } from './format-cents';
import { toCents } from './to-cents';

describe('an amount for people', () => {
  test.each([
    [499, '$4.99'],
    [0, '$0.00'],
    [7, '$0.07'],
    [100_050, '$1,000.50'],
    [-499, '-$4.99'],
    [largestCents, '$9,999,999,999,999.99'],
  ])('%d cents are %s', (amount, expected) => {
    expect(formatCents(toCents(amount))).toBe(expected);
  });

  test('shows every digit of the cents', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: largestCents }), (amount) => {
        expect(Number(formatCents(toCents(amount)).replace(/[$,.]/g, ''))).toBe(amount);
      }),
    );
  });
});

describe('an amount from the database', () => {
  test('is taken as it is, from either kind of integer', () => {
    expect(toCents(499n)).toBe(499);
    expect(toCents(499)).toBe(499);
  });

  test.each([4.99, 2n ** 53n, Number.NaN])('%s is refused', (amount) => {
    expect(() => toCents(amount)).toThrow(RangeError);
  });
});
