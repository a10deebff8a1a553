import { whyNotPayFrom, whyNotPayTo } from '@/lib/accounts/can-pay';
import { whyNotPayFromCard, whyNotPayToCard } from '@/lib/cards/can-pay';
import type { Account, Card } from '@/lib/db/generated/client';
import type { PaymentDirection } from '../order/payment-order';

/** Why something cannot be an end of a payment, in a sentence, or null when it can. */
export type Fault = string | null;

/** Why a card cannot pay. Accounts of the program are funded by cards that people brought alone. */
export function sourceCardFault(card: Card, direction: PaymentDirection, today: string): Fault {
  const fault = whyNotPayFromCard(card, today);
  if (fault) return fault;
  return direction === 'card_to_account' && card.issuerCardId !== null
    ? 'A card that we issued cannot pay into an account. Choose one of another bank.'
    : null;
}

export function destinationCardFault(card: Card, today: string): Fault {
  return whyNotPayToCard(card, today);
}

export function sourceAccountFault(account: Account): Fault {
  return whyNotPayFrom(account);
}

/** Why an account cannot receive. Cards pay into accounts that were added by their numbers alone. */
export function destinationAccountFault(account: Account, direction: PaymentDirection): Fault {
  const fault = whyNotPayTo(account);
  if (fault) return fault;
  return direction === 'card_to_account' && account.origin !== 'numbers'
    ? 'Cards can only pay into accounts that were added by their numbers.'
    : null;
}
