import type { Account } from '@/lib/db/generated/client';
import { toCents } from '@/lib/money';
import type { PaymentDirection, PaymentOrder } from '@/lib/payments/order/payment-order';
import type { AstraPerson } from '../astra/person';
import type { Chance } from '../chance';

/** Somebody who can pay in every direction in which people can. */
export type Sender = AstraPerson & {
  /** Their bank tells its balance, so it can pay. */
  bankAccount: Account;
  /** Added by its numbers, so cards can pay into it. */
  numbersAccount: Account;
};

type Draw = (sender: Sender, friend: Sender) => Partial<PaymentOrder>;

const card = (sender: Sender, place: number) => ({
  kind: 'card' as const,
  id: sender.cards[place]?.id ?? '',
});
const account = ({ id }: Account) => ({ kind: 'account' as const, id });

const betweenAccounts: Draw = ({ bankAccount, numbersAccount }) => ({
  direction: 'account_to_account',
  source: account(bankAccount),
  destination: account(numbersAccount),
});

const everyWeek = { routineType: 'recurring', terms: { frequency: 'weekly' } } as const;

/** What people pay, from where to where. */
const draws: readonly Draw[] = [
  () => ({}),
  () => everyWeek,
  (_, friend) => ({ destination: card(friend, 0), recipientId: friend.user.id }),
  ({ numbersAccount }) => ({
    direction: 'card_to_account',
    destination: account(numbersAccount),
  }),
  (sender) => ({
    direction: 'account_to_card',
    source: account(sender.bankAccount),
    destination: card(sender, 1),
  }),
  betweenAccounts,
  (sender, friend) => ({ ...betweenAccounts(sender, friend), ...everyWeek }),
];

/** A payment of one of these kinds, of a random amount. */
export function drawOrder(sender: Sender, friend: Sender, chance: Chance): Partial<PaymentOrder> {
  const draw = draws[chance.between(0, draws.length - 1)];
  return { amountCents: toCents(chance.between(100, 5_000)), ...draw?.(sender, friend) };
}

/** What the emulator calls the call that makes a routine of each direction. */
export const creatingCall: Readonly<Record<PaymentDirection, string>> = {
  card_to_card: 'routines.create',
  account_to_account: 'routines.create',
  card_to_account: 'routines.cardToAccount',
  account_to_card: 'routines.accountToCard',
  book: 'routines.book',
};
