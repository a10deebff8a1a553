import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatCents } from './format-cents';
import { largestPayment, parseAmount } from './parse-amount';
import { toCents } from './to-cents';

describe('a typed amount', () => {
  test.each([
    ['4.99', 499],
    ['$4.99', 499],
    [' $ 4.99 ', 499],
    ['10.5', 1050],
    ['5', 500],
    ['.50', 50],
    ['0.01', 1],
    ['1,000.50', 100_050],
    ['1000.50', 100_050],
    ['999,999.99', 99_999_999],
    ['1,000,000', 100_000_000],
    ['19.99', 1999],
    ['4.35', 435],
    ['007', 700],
  ])('%s is %d cents', (text, expected) => {
    expect(parseAmount(text)).toEqual({ ok: true, cents: expected });
  });

  test.each([
    ['', 'empty'],
    ['   ', 'empty'],
    ['0', 'zero'],
    ['0.00', 'zero'],
    ['$.0', 'zero'],
    ['-4.99', 'negative'],
    ['$-4.99', 'negative'],
    ['-$4.99', 'negative'],
    ['\u22124.99', 'negative'],
    ['(4.99)', 'negative'],
    ['4.99-', 'negative'],
    ['4.999', 'too_many_decimals'],
    ['4.000', 'too_many_decimals'],
    ['1,00.5', 'grouping'],
    ['4,99', 'grouping'],
    ['0,500', 'grouping'],
    ['1,000,00', 'grouping'],
    [',100', 'grouping'],
    ['1,,000', 'grouping'],
    ['1000,000', 'grouping'],
    ['1e3', 'not_a_number'],
    ['0x10', 'not_a_number'],
    ['NaN', 'not_a_number'],
    ['Infinity', 'not_a_number'],
    ['+5', 'not_a_number'],
    ['5.', 'not_a_number'],
    ['.', 'not_a_number'],
    ['$', 'not_a_number'],
    [',', 'not_a_number'],
    ['4.9.9', 'not_a_number'],
    ['4 99', 'not_a_number'],
    ['4.99 USD', 'not_a_number'],
    ['€5', 'not_a_number'],
    ['٤.٩٩', 'not_a_number'],
    ['４.９９', 'not_a_number'],
    ['1’000', 'not_a_number'],
    ['1000000.01', 'too_large'],
    ['9'.repeat(1000), 'too_large'],
  ])('%j is refused: %s', (text, reason) => {
    const result = parseAmount(text);
    expect(result).toEqual({ ok: false, reason, message: expect.stringMatching(/^[A-Z].*\.$/) });
  });

  test('is held to the caller’s own limit', () => {
    expect(parseAmount('50.00', { max: toCents(5000) }).ok).toBe(true);
    expect(parseAmount('50.01', { max: toCents(5000) })).toMatchObject({
      reason: 'too_large',
      message: 'Enter at most $50.00.',
    });
  });

  test('is understood in the way amounts are shown', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: largestPayment }).map(toCents), (amount) => {
        expect(parseAmount(formatCents(amount))).toEqual({ ok: true, cents: amount });
      }),
    );
  });

  test('is refused exactly when it is above the limit, wherever that lies', () => {
    const amounts = fc.integer({ min: 1, max: 2 * largestPayment }).map(toCents);
    fc.assert(
      fc.property(amounts, amounts, (amount, max) => {
        expect(parseAmount(formatCents(amount), { max })).toMatchObject(
          amount <= max ? { ok: true, cents: amount } : { ok: false, reason: 'too_large' },
        );
      }),
    );
  });

  test('of any text is a positive whole number of cents or a sentence', () => {
    const unit = fc.oneof(
      fc.constantFrom(...'0123456789.,$- '.split('')),
      fc.string({ unit: 'binary' }),
    );
    fc.assert(
      fc.property(
        fc.array(unit).map((parts) => parts.join('')),
        (text) => {
          const result = parseAmount(text);
          if (!result.ok) expect(result.message).not.toBe('');
          else expect(Number.isInteger(result.cents) && result.cents > 0).toBe(true);
        },
      ),
    );
  });
});
