import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cents, largestCents } from '@/lib/astra/money';
import { amountInWords } from './amount-in-words';

test.each([
  [1, '1 cent'],
  [50, '50 cents'],
  [100, 'one dollar'],
  [499, 'four dollars and 99 cents'],
  [1_101, 'eleven dollars and 1 cent'],
  [2_000, 'twenty dollars'],
  [4_200, 'forty-two dollars'],
  [10_000, 'one hundred dollars'],
  [120_050, 'one thousand two hundred dollars and 50 cents'],
  [1_200_500, 'twelve thousand five dollars'],
  [100_000_000, 'one million dollars'],
  [
    123_456_789,
    'one million two hundred thirty-four thousand five hundred sixty-seven dollars and 89 cents',
  ],
])('%i cents are %j', (amount, words) => {
  expect(amountInWords(cents(amount))).toBe(words);
});

test('no two amounts have the same words, and all have some', () => {
  const amount = fc.integer({ min: 1, max: largestCents }).map(cents);
  fc.assert(
    fc.property(amount, amount, (one, other) => {
      expect(amountInWords(one)).toMatch(/^[a-z0-9 -]+$/);
      expect(amountInWords(one) === amountInWords(other)).toBe(one === other);
    }),
  );
});
