import type { CardRow } from '../state/rows';
import type { AccountRow } from '../state/rows-accounts';

/** What is wrong with an end of a payment, in words, or null. A stranger's does not exist. */
type Fault = string | null;

export function sourceCardFault(card: CardRow | undefined, userId: string): Fault {
  if (card === undefined || card.userId !== userId) return 'No such card of this user.';
  if (card.status !== 'approved') return `The card is ${card.status}; it must be approved.`;
  return card.pullEnabled ? null : 'The card is not pull enabled.';
}

export function destinationCardFault(card: CardRow | undefined, receiverId: string): Fault {
  if (card === undefined || card.userId !== receiverId) {
    return 'No such card of the receiving user.';
  }
  if (card.status !== 'approved') return `The card is ${card.status}; it must be approved.`;
  return card.pushEnabled ? null : 'The card is not push enabled.';
}

export function sourceAccountFault(account: AccountRow | undefined, userId: string): Fault {
  return account?.userId === userId ? null : 'No such account of this user.';
}

export function destinationAccountFault(
  account: AccountRow | undefined,
  receiverId: string,
): Fault {
  return account?.userId === receiverId ? null : 'No such account of the receiving user.';
}

/** A card that the person brought: cards that the client issued cannot fund its own accounts. */
export function fundingCardFault(card: CardRow | undefined): Fault {
  return card?.addedByUser === false ? 'Must be a card that the person brought.' : null;
}

/** An account of the client's, which only accounts made by number are. */
export function fundedAccountFault(account: AccountRow | undefined): Fault {
  const isByNumber = account?.madeBy === 'number';
  return isByNumber ? null : 'Must be an account made by account and routing number.';
}

/**
 * Whether a routine may start on a day. A debit card is charged today or not at all.
 *
 * @param day `YYYY-MM-DD`, as `today`, which is the day in Pacific time
 */
export function startDateFault(day: string, today: string, isDebit: boolean): Fault {
  if (day < today) return 'May not be in the past.';
  return isDebit && day > today ? 'A debit may not start in the future.' : null;
}
