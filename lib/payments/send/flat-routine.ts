import 'server-only';
import { z } from 'zod';
import type { Cents, CreateRoutine } from '@/lib/astra';
import { routineTypes } from '@/lib/astra/contract';
import type { Payment } from '@/lib/db/generated/client';
import { env } from '@/lib/env';
import { toCents } from '@/lib/money';
import { type PaymentTerms, paymentTerms } from '../order/payment-order';

/**
 * A payment as `POST /v1/routines` takes it: from card to card, or from account to account.
 *
 * @throws TypeError when it lacks what its kind is driven by.
 */
export function flatRoutine(payment: Payment): CreateRoutine {
  const terms = paymentTerms.parse(payment.terms);
  const common = commonFields(payment, terms);
  const type = z.enum(routineTypes).parse(payment.routineType);
  switch (type) {
    case 'one-time':
      return { ...common, type, amount_cents: amountOf(payment) };
    case 'recurring': {
      const frequency = needed(terms, 'frequency');
      return { ...common, type, amount_cents: amountOf(payment), frequency };
    }
    case 'sweep':
      return { ...common, type, threshold_cents: needed(terms, 'thresholdCents') };
    case 'refill':
      return { ...common, type, threshold_cents: needed(terms, 'thresholdCents') };
    case 'round-up':
      return { ...common, type, spending: needed(terms, 'spendingAstraId') };
    case 'percentage-based': {
      const percent_of_transaction = needed(terms, 'percentOfTransaction');
      const minimum_transaction_threshold_cents = terms.minimumTransactionCents;
      return { ...common, type, percent_of_transaction, minimum_transaction_threshold_cents };
    }
    case 'percentage-balance':
      return { ...common, type, percent_of_balance: needed(terms, 'percentOfBalance') };
    default: {
      const amount_start_cents = needed(terms, 'amountStartCents');
      const amount_increment_cents = needed(terms, 'amountIncrementCents');
      return { ...common, type, amount_start_cents, amount_increment_cents };
    }
  }
}

function commonFields(payment: Payment, terms: PaymentTerms) {
  const isDebit = payment.direction === 'card_to_card';
  return {
    payment_type: isDebit ? 'debit' : 'ach',
    name: payment.name,
    source_id: payment.sourceAstraId,
    destination_id: payment.destinationAstraId,
    destination_user_id: payment.recipientId ? payment.destinationAstraUserId : undefined,
    start_date: terms.startDate,
    client_correlation_id: payment.clientCorrelationId,
    customer_debit_fee_percent_override: isDebit ? env().DEBIT_FEE_PERCENT : undefined,
    preferred_settlement_speed: terms.speed,
    disable_alternative_routing: terms.onlyInstant,
  } as const;
}

function needed<Name extends keyof PaymentTerms>(
  terms: PaymentTerms,
  name: Name,
): NonNullable<PaymentTerms[Name]> {
  const value = terms[name];
  if (value === undefined || value === null) throw new TypeError(`This payment needs its ${name}.`);
  return value;
}

/** @throws TypeError for a payment without one. */
export function amountOf({ amountCents }: Pick<Payment, 'amountCents'>): Cents {
  if (amountCents === null) throw new TypeError('This payment needs an amount.');
  return toCents(amountCents);
}
