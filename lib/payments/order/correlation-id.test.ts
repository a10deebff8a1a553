import { assert, constantFrom, property, string } from 'fast-check';
import { expect, test } from 'vitest';
import { correlationIdLimit, settlementSpeeds } from '@/lib/astra/contract';
import { correlationIdFor, newCorrelationId } from './correlation-id';
import { paymentDirections } from './payment-order';

test('a reference is eight letters and digits that nobody confuses', () => {
  for (let made = 0; made < 1000; made += 1) {
    expect(newCorrelationId()).toMatch(/^[2-9A-HJKMNP-TV-Z]{8}$/);
  }
});

test('ten thousand references are all different', () => {
  const made = Array.from({ length: 10_000 }, newCorrelationId);
  expect(new Set(made).size).toBe(made.length);
});

const byCard = paymentDirections.filter((direction) => direction !== 'account_to_account');
const letters = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789'.split('');
const speeds = constantFrom(...settlementSpeeds);

/** What people type who mean a reference, spaces and all. */
function memos(maxLength: number) {
  return string({ unit: constantFrom(...letters, ' '), minLength: 1, maxLength }).filter(
    (memo) => memo.trim() !== '',
  );
}

function referenceOf(
  direction: (typeof paymentDirections)[number],
  memo: string | null,
  terms = {},
) {
  return correlationIdFor({ direction, memo, terms });
}

test('without words of the person’s own, every network gets eight letters and digits', () => {
  for (const direction of paymentDirections) {
    for (const memo of [null, '', '   ']) {
      expect(referenceOf(direction, memo)).toEqual({
        ok: true,
        correlationId: expect.stringMatching(/^[2-9A-HJKMNP-TV-Z]{8}$/),
      });
    }
  }
});

test('on card networks a reference is the person’s own to the letter, or refused', () => {
  assert(
    property(constantFrom(...byCard), memos(12), (direction, memo) => {
      const typed = memo.replaceAll(' ', '');
      const reference = referenceOf(direction, memo);
      expect(reference.ok).toBe(typed.length === 8);
      if (reference.ok) expect(reference.correlationId).toBe(typed);
    }),
  );
});

test('between accounts, words are kept whole and made unique, within what each network carries', () => {
  assert(
    property(speeds, memos(160), (speed, memo) => {
      const typed = memo.replaceAll(' ', '');
      const limit = correlationIdLimit({ payment_type: 'ach', preferred_settlement_speed: speed });
      const reference = referenceOf('account_to_account', memo, { speed });
      expect(reference.ok).toBe(typed.length + 8 <= limit);
      if (!reference.ok) return;
      expect(reference.correlationId).toMatch(/^[a-zA-Z0-9]+$/);
      expect(reference.correlationId.length).toBeLessThanOrEqual(limit);
      expect(reference.correlationId.startsWith(typed)).toBe(true);
      expect(referenceOf('account_to_account', memo, { speed })).not.toEqual(reference);
    }),
  );
});

test('any text is a reference that networks carry, or a sentence', () => {
  const unit = constantFrom(...letters, ' ', '\0', '\n', '-', 'é', '٤', '４', '\u200b', '💸');
  assert(
    property(constantFrom(...paymentDirections), string({ unit }), (direction, memo) => {
      const reference = referenceOf(direction, memo);
      if (reference.ok) expect(reference.correlationId).toMatch(/^[a-zA-Z0-9]{8,80}$/);
      else expect(reference.message).toMatch(/^Use .*\.$|^Card networks .*\.$/);
    }),
  );
});
