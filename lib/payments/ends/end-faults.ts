import { canPull, canPush } from '@/lib/cards/list-cards';
import type { Account, Card } from '@/lib/db/generated/client';
import type { PaymentDirection } from '../order/payment-order';

/** Why something cannot be an end of a payment, in a sentence, or null when it can. */
type Fault = string | null;

/** Why a card cannot pay. Accounts of the program are funded by cards that people brought alone. */
export function sourceCardFault(card: Card, direction: PaymentDirection, today: string): Fault {
  if (!canPull(card, today)) return 'This card cannot send money right now.';
  if (direction === 'card_to_account' && card.issuerCardId !== null) {
    return 'A card that we issued cannot pay into an account. Choose one of another bank.';
  }
  return null;
}

export function destinationCardFault(card: Card, today: string): Fault {
  return canPush(card, today) ? null : 'This card cannot receive money right now.';
}

export function sourceAccountFault(account: Account): Fault {
  if (account.removedAt) return 'This account is no longer linked.';
  return account.connectionStatus === 'error'
    ? 'The bank has ended the connection of this account. Connect it again first.'
    : null;
}

/** Why an account cannot receive. Cards pay into accounts that were added by their numbers alone. */
export function destinationAccountFault(account: Account, direction: PaymentDirection): Fault {
  if (account.removedAt) return 'This account is no longer linked.';
  if (direction === 'card_to_account' && account.origin !== 'numbers') {
    return 'Cards can pay into accounts that were added by their numbers only.';
  }
  return null;
}
