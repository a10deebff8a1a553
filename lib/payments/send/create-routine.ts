import 'server-only';
import { assumptions } from '@/lib/astra/contract';
import type { Payment } from '@/lib/db/generated/client';
import { env } from '@/lib/env';
import { astra } from '@/lib/partner/astra';
import { type SeenRoutine, seenRoutine } from '@/lib/routines/seen-routine';
import { paymentTerms } from '../order/payment-order';
import { bookName } from './book-name';
import { amountOf, flatRoutine } from './flat-routine';

/**
 * Makes the one call that asks Astra for a payment's routine. Astra has an endpoint for each pair of
 * ends, and names the same things differently in each.
 *
 * @throws AstraError; with `outcomeUnknown` when money may be moving.
 */
export async function createRoutine(payment: Payment, accessToken: string): Promise<SeenRoutine> {
  const create = calls[payment.direction];
  return create(payment, accessToken);
}

type Create = (payment: Payment, accessToken: string) => Promise<SeenRoutine>;

const createFlat: Create = async (payment, accessToken) => {
  const routine = flatRoutine(payment);
  return seenRoutine(await astra().routines.create({ accessToken, routine }));
};

const calls: Readonly<Record<Payment['direction'], Create>> = {
  card_to_card: createFlat,
  account_to_account: createFlat,
  card_to_account: async (payment, accessToken) => {
    const { startDate } = paymentTerms.parse(payment.terms);
    const reference = { client_correlation_id: payment.clientCorrelationId };
    const routine = { ...nested(payment), ...reference, start_date: startDate };
    return seenRoutine(await astra().routines.cardToAccount({ accessToken, routine }));
  },
  account_to_card: async (payment, accessToken) => {
    const { settlementMode } = paymentTerms.parse(payment.terms);
    const routine = {
      ...nested(payment),
      settlement_mode: settlementMode ?? assumptions.settlementModes.gross,
      client_correlation_id: payment.clientCorrelationId,
    };
    return seenRoutine(await astra().routines.accountToCard({ accessToken, routine }));
  },
  book: async (payment, accessToken) => {
    const routine = {
      name: bookName(payment),
      amount_cents: amountOf(payment),
      source_id: payment.sourceAstraId,
      destination_id: payment.destinationAstraId,
    };
    const { id } = await astra().routines.book({ accessToken, routine });
    return seenRoutine({ ...routine, id, payment_type: 'ledger', type: 'one-time' });
  },
};

function nested(payment: Payment) {
  return {
    name: payment.name,
    amount_cents: amountOf(payment),
    source: { id: payment.sourceAstraId },
    destination: { id: payment.destinationAstraId, user_id: payment.destinationAstraUserId },
    debit_fee_percent: env().DEBIT_FEE_PERCENT,
  };
}
