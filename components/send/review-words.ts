import { cents } from '@/lib/astra/money';
import { formatCents } from '@/lib/money/format-cents';
import { automaticWords, isAutomatic } from '@/lib/payments/compose/automatic-kinds';
import type { FeePreview } from '@/lib/payments/compose/preview-fees';
import type { PaymentOrder, PaymentTerms } from '@/lib/payments/order/payment-order';

type Item = { label: string; value: string };

type Priced = Pick<PaymentOrder, 'direction' | 'amountCents'>;

/**
 * What leaves, what arrives, what we take, and what Astra does, as far as anybody can say.
 *
 * @param isOfProgram whether an operator reads this. Astra charges its fee to us, so how much that
 * is concerns nobody else.
 */
export function feeItems(order: Priced, preview: FeePreview, isOfProgram = false): Item[] {
  if (order.amountCents === null) return [];
  const { astraFeeCents } = preview;
  const told = astraFeeCents === null ? 'Not told beforehand' : feeWords(astraFeeCents);
  const astraFee = { label: 'Astra’s fee', value: isOfProgram ? told : 'We pay it' };
  return [...ourItems(order, preview), astraFee];
}

function ourItems(
  { direction }: Priced,
  { pullCents, pushCents, customerFeeCents, feePercent }: FeePreview,
): Item[] {
  const known = [
    { label: 'Leaves', value: pullCents },
    { label: 'Arrives', value: pushCents },
    { label: 'Our fee', value: customerFeeCents },
  ].flatMap(({ label, value }) => (value === null ? [] : [{ label, value: feeWords(value) }]));
  if (known.length > 0) return known;
  const where = direction === 'account_to_card' ? 'out of what arrives' : 'with this payment';
  return [
    {
      label: 'Our fee',
      value:
        feePercent === null
          ? `Not known beforehand, taken ${where}`
          : feePercent === 0
            ? 'None'
            : `${feePercent}% of the amount, taken ${where}`,
    },
  ];
}

function feeWords(value: number): string {
  return formatCents(cents(value));
}

const frequencyWords = {
  weekly: 'Every week',
  'bi-weekly': 'Every two weeks',
  monthly: 'Every month',
} as const;

/** How often a payment is made. */
export function kindWords({ routineType, terms }: Pick<PaymentOrder, 'routineType' | 'terms'>) {
  if (terms.frequency) return frequencyWords[terms.frequency];
  return isAutomatic(routineType) ? automaticWords[routineType].label : 'Once';
}

/** What drives a payment, and who is debited, where that is not plain. */
export function termItems(terms: PaymentTerms): Item[] {
  const money = (label: string, value: number | undefined) =>
    value === undefined ? [] : [{ label, value: feeWords(value) }];
  const percent = (label: string, value: number | undefined) =>
    value === undefined ? [] : [{ label, value: `${value}%` }];
  return [
    ...money('The amount to keep', terms.thresholdCents),
    ...percent('Of each deposit', terms.percentOfTransaction),
    ...money('Only of deposits of at least', terms.minimumTransactionCents),
    ...percent('Of the balance', terms.percentOfBalance),
    ...money('In the first week', terms.amountStartCents),
    ...money('More in each week', terms.amountIncrementCents),
    ...(terms.settlementMode
      ? [
          {
            label: 'Paid out of',
            value: terms.settlementMode === 'net_debit' ? 'The program’s reserve' : 'Your account',
          },
        ]
      : []),
  ];
}
