import { expect, test } from 'vitest';
import { cents } from '@/lib/astra/money';
import type { FeePreview } from '@/lib/payments/compose/preview-fees';
import { feeItems, kindWords, termItems } from './review-words';

const unknown: FeePreview = {
  pullCents: null,
  pushCents: null,
  customerFeeCents: null,
  astraFeeCents: null,
  estimatedSettlement: null,
  feePercent: null,
};
const toAccount = { direction: 'card_to_account', amountCents: cents(499) } as const;

function words(preview: FeePreview, isOfProgram = false) {
  return feeItems(toAccount, preview, isOfProgram).map(({ label, value }) => `${label}: ${value}`);
}

const previewed = {
  ...unknown,
  pullCents: cents(511),
  pushCents: cents(499),
  customerFeeCents: cents(12),
  astraFeeCents: cents(99),
};

test('what was previewed is shown, and of Astra’s own fee who pays it, not how much', () => {
  expect(words(previewed)).toEqual([
    'Leaves: $5.11',
    'Arrives: $4.99',
    'Our fee: $0.12',
    'Astra’s fee: We pay it',
  ]);
});

test('operators read how much Astra takes, or that it was not told', () => {
  expect(words(previewed, true)).toContain('Astra’s fee: $0.99');
  expect(words(unknown, true)).toContain('Astra’s fee: Not told beforehand');
});

test('where nobody previews, the percentage is said, or that nobody knows it', () => {
  expect(words({ ...unknown, feePercent: 1.25 })).toEqual([
    'Our fee: 1.25% of the amount, taken with this payment',
    'Astra’s fee: We pay it',
  ]);
  expect(words({ ...unknown, feePercent: 0 })[0]).toBe('Our fee: None');
  expect(words(unknown)[0]).toMatch(/Not known beforehand/);
});

test('how often is said in words', () => {
  expect(kindWords({ routineType: 'one-time', terms: {} })).toBe('Once');
  expect(kindWords({ routineType: 'recurring', terms: { frequency: 'bi-weekly' } })).toBe(
    'Every two weeks',
  );
  expect(kindWords({ routineType: 'sweep', terms: {} })).toBe('When there is more than enough');
});

test('what drives a payment is shown as people typed it', () => {
  expect(termItems({ percentOfBalance: 2.5, settlementMode: 'net_debit' })).toEqual([
    { label: 'Of the balance', value: '2.5%' },
    { label: 'Paid out of', value: 'The program’s reserve' },
  ]);
});
