// Not from the client's index: that needs Node, and a form may want to check in the browser.
import { type Cents, cents } from '@/lib/astra/money';
import { formatCents } from './format-cents';

/** Why a typed amount is not one. */
export type AmountProblem =
  | 'empty'
  | 'not_a_number'
  | 'grouping'
  | 'negative'
  | 'too_many_decimals'
  | 'zero'
  | 'too_large';

export type ParsedAmount =
  | { ok: true; cents: Cents }
  | { ok: false; reason: AmountProblem; message: string };

/** What one payment may be at most, unless the caller says otherwise: $1,000,000.00. */
export const largestPayment = cents(100_000_000);

/**
 * Reads an amount of dollars that somebody typed: `4.99`, `$4.99`, `1,000.50`, `.50`.
 *
 * What could be meant in two ways is refused and not guessed: `4,99` is 4.99 in much of the world
 * and 499 to whoever removes commas.
 *
 * @param options.max the largest amount allowed, included.
 * @returns a positive amount, or a sentence for the person who typed.
 */
export function parseAmount(text: string, options: { max?: Cents } = {}): ParsedAmount {
  const typed = text.trim();
  if (typed === '') return refuse('empty', 'Enter an amount.');
  if (/^\$?\s*[-\u2212(]|-$/.test(typed)) {
    return refuse('negative', 'Enter an amount above zero, without a minus sign.');
  }
  const [, whole = '', decimals = ''] = /^\$?[ \u00a0]*([0-9,]*)(?:\.([0-9]*))?$/.exec(typed) ?? [];
  if (!/[0-9]/.test(whole + decimals) || typed.endsWith('.')) {
    return refuse('not_a_number', 'Enter the amount in digits, such as 4.99.');
  }
  if (!isWellGrouped(whole)) {
    return refuse('grouping', 'Use commas for thousands and a dot for cents, such as 1,000.50.');
  }
  if (decimals.length > 2) {
    return refuse('too_many_decimals', 'Enter at most two digits after the dot.');
  }
  const max = options.max ?? largestPayment;
  // Digits are put side by side, never multiplied. An endless row of them becomes Infinity here.
  const amount = Number(whole.replaceAll(',', '') + decimals.padEnd(2, '0'));
  if (amount > max) return refuse('too_large', `Enter at most ${formatCents(max)}.`);
  if (amount === 0) return refuse('zero', 'Enter an amount above zero.');
  return { ok: true, cents: cents(amount) };
}

/** No commas at all, or one before every three digits: `1,000`, and not `1,00` or `0,500`. */
function isWellGrouped(whole: string): boolean {
  return !whole.includes(',') || /^[1-9][0-9]{0,2}(,[0-9]{3})+$/.test(whole);
}

function refuse(reason: AmountProblem, message: string): ParsedAmount {
  return { ok: false, reason, message };
}
