import type { Cents } from '@/lib/astra';

const dollars = new Intl.NumberFormat('en-US', { style: 'currency', currency: 'USD' });

/** Writes an amount for people: 100050 is `$1,000.50`, and a negative one `-$4.99`. */
export function formatCents(amount: Cents): string {
  return dollars.format(amount / 100); // exact: Cents has at most 15 digits
}
