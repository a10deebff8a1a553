import { assert, constantFrom, integer, property } from 'fast-check';
import { expect, test } from 'vitest';
import { percentOf, splitAmount } from './fees';

/** In hundredths of a percent, so that a test can count in whole numbers alone. */
const hundredths = integer({ min: 0, max: 10_000 });
const amounts = integer({ min: 1, max: 100_000_000 });
const modes = constantFrom('additive', 'subtractive');

test('the fee is what lies between what is taken and what arrives, and none of them is below zero', () => {
  assert(
    property(amounts, hundredths, modes, (amount, share, mode) => {
      const { feeCents, pullCents, pushCents } = splitAmount(amount, share / 100, mode);
      expect(pullCents - pushCents).toBe(feeCents);
      expect(Math.min(feeCents, pullCents, pushCents)).toBeGreaterThanOrEqual(0);
      expect(mode === 'additive' ? pushCents : pullCents).toBe(amount);
    }),
  );
});

test('a share is rounded to the nearest cent, and half a cent up', () => {
  assert(
    property(amounts, hundredths, (amount, share) => {
      const exact = BigInt(amount) * BigInt(share);
      expect(BigInt(percentOf(amount, share / 100))).toBe((exact + 5_000n) / 10_000n);
    }),
  );
});

test('a greater amount or a greater share never has a smaller fee', () => {
  assert(
    property(amounts, hundredths, integer({ min: 0, max: 1000 }), (amount, share, more) => {
      const fee = percentOf(amount, share / 100);
      expect(percentOf(amount + more, share / 100)).toBeGreaterThanOrEqual(fee);
      expect(percentOf(amount, (share + more) / 100)).toBeGreaterThanOrEqual(fee);
    }),
  );
});
