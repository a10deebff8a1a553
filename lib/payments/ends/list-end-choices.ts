import 'server-only';
import { type Balance, balanceOf } from '@/lib/accounts/balance-of';
import { pacificToday } from '@/lib/cards/pacific-today';
import { databaseTime } from '@/lib/db/database-time';
import type { Account, Card } from '@/lib/db/generated/client';
import { db } from '@/lib/db/prisma';
import type { PaymentDirection } from '../order/payment-order';
import {
  destinationAccountFault,
  destinationCardFault,
  type Fault,
  sourceAccountFault,
  sourceCardFault,
} from './end-faults';
import { accountLabel, cardLabel } from './end-label';

/** What people have at both ends of their payments. */
export type EndKind = 'card' | 'account';

/** A card or an account as an end of a payment. Those that can be none are known too, to say why. */
export type EndChoice = {
  /** Its kind and our id, as a form holds them. */
  value: `${EndKind}:${string}`;
  kind: EndKind;
  /** "Visa ending in 5556". */
  label: string;
  /** What tells it apart further: the date on a card, the name of an account. */
  detail: string | null;
  brand: string;
  digits: string;
  /** What its bank has told of an account that is connected. */
  balance: Balance | null;
  /** Why it cannot pay what is of each kind. */
  from: Readonly<Record<EndKind, Fault>>;
  /** Why it cannot be paid from what is of each kind. */
  to: Readonly<Record<EndKind, Fault>>;
};

/** More than anybody has; a form could not hold them. */
const most = 1000;

/**
 * All of this person's cards and accounts, newest first, the cards before the accounts, without those
 * that were removed.
 *
 * @param held what holds a whole direction back, such as a limit of Astra's.
 */
export async function listEndChoices(
  userId: string,
  held: (direction: PaymentDirection) => Fault = () => null,
): Promise<EndChoice[]> {
  const [today, now, cards, accounts] = await Promise.all([
    pacificToday(),
    databaseTime(),
    db().card.findMany({
      where: { userId, status: { not: 'removed' } },
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      take: most,
    }),
    db().account.findMany({
      where: { userId, removedAt: null },
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      take: most,
    }),
  ]);
  return [
    ...cards.map((card) => choiceOfCard(card, held, today)),
    ...accounts.map((account) => choiceOfAccount(account, held, now)),
  ];
}

type Held = (direction: PaymentDirection) => Fault;

function choiceOfCard(card: Card, held: Held, today: string): EndChoice {
  const destinationFault = destinationCardFault(card, today);
  return {
    value: `card:${card.id}`,
    kind: 'card',
    label: cardLabel(card),
    detail: card.expirationDate ? `Expires ${card.expirationDate}` : null,
    brand: card.brand ?? '',
    digits: card.lastFour ?? '····',
    balance: null,
    from: {
      card: sourceCardFault(card, 'card_to_card', today) ?? held('card_to_card'),
      account: sourceCardFault(card, 'card_to_account', today) ?? held('card_to_account'),
    },
    to: { card: destinationFault, account: destinationFault },
  };
}

function choiceOfAccount(account: Account, held: Held, now: Date): EndChoice {
  const fault = sourceAccountFault(account);
  return {
    value: `account:${account.id}`,
    kind: 'account',
    label: accountLabel(account),
    detail: account.name,
    brand: '',
    digits: account.mask ?? '····',
    balance: account.connectionStatus === 'connected' ? balanceOf(account, now) : null,
    from: {
      card: fault ?? held('account_to_card'),
      account: fault ?? held('account_to_account'),
    },
    to: {
      card: destinationAccountFault(account, 'card_to_account'),
      account: destinationAccountFault(account, 'account_to_account'),
    },
  };
}
