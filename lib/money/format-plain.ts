import type { Cents } from '@/lib/astra';

/**
 * Writes an amount as people type it and spreadsheets add it up: 100050 is `1000.50`, without a sign
 * for the currency or commas.
 */
export function formatPlain(amount: Cents): string {
  return (amount / 100).toFixed(2); // exact: Cents has at most 15 digits
}
