import { randomInt } from 'node:crypto';
import { correlationIdLimits } from '@/lib/astra/contract';
import type { PaymentOrder } from './payment-order';

/** Without I, L, O, U, 0 and 1, so that people can read it to each other. */
const alphabet = '23456789ABCDEFGHJKMNPQRSTVWXYZ';

/**
 * A reference that travels with the money: eight letters and digits, because card networks carry
 * no more. Made once for a payment and kept for its life; unique per person by a database constraint.
 */
export function newCorrelationId(): string {
  return Array.from({ length: 8 }, () => alphabet[randomInt(alphabet.length)]).join('');
}

type Memo = { ok: true; correlationId: string } | { ok: false; message: string };

/**
 * The reference of a payment. On card networks it is exactly eight letters and digits: the person's
 * own, or made up. Banks carry more, so there the person's words come first and something made up
 * follows, which keeps two payments with the same words apart.
 */
export function correlationIdFor({
  direction,
  memo,
  terms,
}: Pick<PaymentOrder, 'direction' | 'memo' | 'terms'>): Memo {
  const typed = (memo ?? '').trim();
  if (typed === '') return { ok: true, correlationId: newCorrelationId() };
  if (!/^[a-zA-Z0-9 ]+$/.test(typed)) {
    return { ok: false, message: 'Use letters and digits only.' };
  }
  const letters = typed.replaceAll(' ', '');
  if (direction !== 'account_to_account') {
    return letters.length === correlationIdLimits.debit
      ? { ok: true, correlationId: letters }
      : { ok: false, message: 'Card networks carry exactly eight letters and digits.' };
  }
  const limit = terms.speed === 'real-time' ? correlationIdLimits.instant : correlationIdLimits.ach;
  const room = limit - newCorrelationId().length;
  return letters.length <= room
    ? { ok: true, correlationId: `${letters}${newCorrelationId()}` }
    : { ok: false, message: `Use at most ${room} letters and digits.` };
}
