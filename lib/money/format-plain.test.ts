import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cents, largestCents } from '@/lib/astra';
import { formatPlain } from './format-plain';
import { parseAmount } from './parse-amount';

test.each([
  [0, '0.00'],
  [7, '0.07'],
  [499, '4.99'],
  [100_050, '1000.50'],
  [-499, '-4.99'],
  [largestCents, '9999999999999.99'],
])('%d cents are %s for a spreadsheet', (amount, expected) => {
  expect(formatPlain(cents(amount))).toBe(expected);
});

test('what is written plainly is read as the same amount, to the cent', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: largestCents }).map(cents), (amount) => {
      const written = formatPlain(amount);
      expect(parseAmount(written, { max: cents(largestCents) })).toEqual({
        ok: true,
        cents: amount,
      });
      expect(written.replace('.', '').replace(/^0+/, '')).toBe(String(amount));
    }),
  );
});
