import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { cents } from '@/lib/astra/money';
import { AmountReviewPanel } from './amount-review-panel';

const review = {
  direction: 'account_to_account',
  amountCents: cents(8000),
  preview: {
    pullCents: cents(8000),
    pushCents: cents(8000),
    customerFeeCents: cents(0),
    astraFeeCents: null,
    estimatedSettlement: null,
    feePercent: null,
  },
  seen: 'hash',
} as const;

test.each([
  ['one-time', 'This payment with the new amount'],
  ['recurring', 'Each payment from now on'],
])('the new amount of a %s payment is headed: %s', (routineType, title) => {
  const html = renderToStaticMarkup(
    <AmountReviewPanel review={review} routineType={routineType} />,
  );
  expect(html).toContain(title);
});
