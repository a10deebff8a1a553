import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatCents } from './format-cents';
import { formatSum, formatSumShort } from './format-sum';
import { toCents } from './to-cents';

test('a sum is written as an amount is, as long as it could be one', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: 10n ** 15n - 1n }), (sum) => {
      expect(formatSum(sum)).toBe(formatCents(toCents(sum)));
    }),
  );
});

test('a sum that is no amount any more is written to the cent', () => {
  expect(formatSum(18_446_744_073_709_551_614n)).toBe('$184,467,440,737,095,516.14');
});

test('at the edge of a chart a few digits do', () => {
  expect(formatSumShort(0n)).toBe('$0');
  expect(formatSumShort(123_456_789n)).toBe('$1.2M');
});
