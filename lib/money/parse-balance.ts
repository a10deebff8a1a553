import { type Cents, cents } from '@/lib/astra/money';
import { formatCents } from './format-cents';
import { type ParsedAmount, parseAmount } from './parse-amount';

/** What a balance may be at most, above or below zero: $1,000,000,000.00. */
const largestBalance: Cents = cents(100_000_000_000);

/**
 * Reads a balance that somebody typed: what `parseAmount` takes, zero, and a minus in front.
 *
 * @returns an amount, or a sentence for the person who typed.
 */
export function parseBalance(text: string): ParsedAmount {
  const [, minus, amount = ''] = /^([-\u2212]?)(.*)$/s.exec(text.trim()) ?? [];
  const parsed = parseAmount(amount, { max: largestBalance });
  if (parsed.ok) return minus ? { ok: true, cents: cents(0 - parsed.cents) } : parsed;
  if (parsed.reason === 'zero') return { ok: true, cents: cents(0) };
  if (parsed.reason === 'negative') {
    const message = 'Enter the balance in digits, such as 4.99 or -4.99.';
    return { ok: false, reason: 'not_a_number', message };
  }
  if (parsed.reason === 'too_large' && minus) {
    const message = `Enter at least ${formatCents(cents(0 - largestBalance))}.`;
    return { ...parsed, message };
  }
  return parsed;
}
