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

function words(preview: FeePreview) {
  return feeItems(toAccount, preview).map(({ label, value }) => `${label}: ${value}`);
}

test('what was previewed is shown, and Astra’s own fee is not', () => {
  const preview = {
    ...unknown,
    pullCents: cents(511),
    pushCents: cents(499),
    customerFeeCents: cents(12),
    astraFeeCents: cents(99),
  };
  expect(words(preview)).toEqual(['Leaves: $5.11', 'Arrives: $4.99', 'Our fee: $0.12']);
});

test('where nobody previews, the percentage is said, or that nobody knows it', () => {
  expect(words({ ...unknown, feePercent: 1.25 })).toEqual([
    'Our fee: 1.25% of the amount, taken with this payment',
  ]);
  expect(words({ ...unknown, feePercent: 0 })).toEqual(['Our fee: None']);
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
