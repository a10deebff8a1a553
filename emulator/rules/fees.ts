import type { Cents } from './money';

/** Whether a fee comes on top of what is pulled, or out of what is pushed. */
export type FeeMode = 'additive' | 'subtractive';

export type Split = {
  readonly feeCents: Cents;
  readonly pullCents: Cents;
  readonly pushCents: Cents;
};

/**
 * A share of an amount in whole cents. Half a cent counts as a whole one. Astra publishes no
 * rounding rule; percentages are read to four decimals.
 */
export function percentOf(amountCents: Cents, percent: number): Cents {
  return Math.floor((amountCents * Math.round(percent * 10_000) + 500_000) / 1_000_000);
}

/** What is taken and what arrives. The fee is what lies between the two. */
export function splitAmount(amountCents: Cents, percent: number, mode: FeeMode): Split {
  const feeCents = percentOf(amountCents, percent);
  return mode === 'additive'
    ? { feeCents, pullCents: amountCents + feeCents, pushCents: amountCents }
    : { feeCents, pullCents: amountCents, pushCents: amountCents - feeCents };
}

/** What the partner charges where the request names no other share. */
export const defaultFeePercent = 0;

/** What Astra charges the partner for a card payment: invented, and never part of the payment. */
export function astraFee(amountCents: Cents): Cents {
  return 20 + percentOf(amountCents, 0.5);
}
