import 'server-only';
import { UserFacingError } from '@/lib/http/user-facing-error';
import { defaultName } from '@/lib/payments/compose/default-name';
import type { PaymentOrder } from '@/lib/payments/order/payment-order';
import { findRecipient } from '@/lib/people/find-recipient';
import type { ComposedMove, ComposedPayout } from './money-form';

/** What all payments of the program have in common: they are made once, with a reference of ours. */
const once = { routineType: 'one-time', memo: null } as const;

/** Makes an order of what an operator wants moved between two settlement accounts. */
export function composeMove({ source, destination, amount, name }: ComposedMove): PaymentOrder {
  return {
    ...once,
    direction: 'book',
    source,
    destination,
    recipientId: null,
    amountCents: amount,
    name: name || defaultName('book', false),
    terms: {},
  };
}

/**
 * Makes an order of what an operator wants paid to a person, who is found as anybody else finds them:
 * by their address, once they have chosen where to receive.
 *
 * @throws UserFacingError with a sentence at the address that does not work.
 */
export async function composePayout(
  operatorId: string,
  { source, email, amount, speed, name }: ComposedPayout,
): Promise<PaymentOrder> {
  const recipient = await findRecipient(operatorId, email);
  if (!recipient) {
    throw wrong('Nobody else with this address has chosen where they receive money.');
  }
  if (recipient.end.kind !== 'account') {
    throw wrong('This person receives on a card. Settlement accounts pay into bank accounts only.');
  }
  return {
    ...once,
    direction: 'account_to_account',
    source,
    destination: recipient.end,
    recipientId: recipient.recipientId,
    amountCents: amount,
    name: name || defaultName('account_to_account', true),
    terms: speed,
  };
}

function wrong(email: string): UserFacingError {
  return new UserFacingError('Please check the marked fields.', { email });
}
