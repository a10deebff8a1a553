import type { PaymentDirection } from '../order/payment-order';

const names: Readonly<Record<PaymentDirection, string>> = {
  card_to_card: 'Card to card',
  card_to_account: 'Card to account',
  account_to_card: 'Account to card',
  account_to_account: 'Account to account',
  book: 'Between settlement accounts',
};

/** What a payment is called when nobody says what it is for. */
export function defaultName(direction: PaymentDirection, isToPerson: boolean): string {
  return isToPerson ? 'To another person' : names[direction];
}
