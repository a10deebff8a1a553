import type { PaymentDirection } from '@/lib/payments/order/payment-order';
import { type Limits, usedUpSentence } from './describe';

/**
 * Why Astra does not let somebody pay from and to things of these kinds right now, in a sentence, or
 * null when it does.
 *
 * @param isGross whether the account that pays is debited itself, which Astra allows not everybody.
 */
export function directionFault(
  direction: PaymentDirection,
  { cardPayments, accountToCardEligible }: Limits,
  isGross: boolean,
): string | null {
  if (direction === 'card_to_card' && cardPayments?.left === 0) {
    return usedUpSentence(cardPayments.perDay);
  }
  return direction === 'account_to_card' && isGross && accountToCardEligible === false
    ? 'Astra does not let you pay from an account to a card right now.'
    : null;
}
