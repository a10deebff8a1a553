import type { Cents } from '@/lib/astra';
import { cents } from '@/lib/astra/money';

/**
 * Takes an amount out of the database, where it is a 64-bit integer, or from any other place that
 * has whole cents without saying so in its type.
 *
 * @throws RangeError when it is not a whole number or is too large for Astra.
 */
export function toCents(amount: bigint | number): Cents {
  return cents(Number(amount));
}
