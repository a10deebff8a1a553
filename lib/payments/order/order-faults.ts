import { fieldsOfType, optionalTypeFields } from '@/lib/astra/contract';
import type { PaymentOrder, PaymentTerms } from './payment-order';

const termOf: Readonly<Record<string, keyof PaymentTerms>> = {
  frequency: 'frequency',
  threshold: 'thresholdCents',
  spending: 'spendingAstraId',
  percent_of_transaction: 'percentOfTransaction',
  minimum_transaction_threshold: 'minimumTransactionCents',
  percent_of_balance: 'percentOfBalance',
  amount_start: 'amountStartCents',
  amount_increment: 'amountIncrementCents',
};

/**
 * What is wrong with an order by itself, as sentences by field; empty when nothing is.
 *
 * @param today the Pacific day, `YYYY-MM-DD`: Astra dates payments by the calendar of Los Angeles.
 */
export function orderFaults(order: PaymentOrder, today: string): Record<string, string> {
  const faults: Record<string, string> = {};
  const { terms, direction, routineType } = order;
  const isByCard = direction !== 'account_to_account' && direction !== 'book';
  if (terms.startDate && terms.startDate < today) {
    faults['startDate'] = 'Choose today or a later day.';
  }
  if (isByCard && terms.startDate && terms.startDate > today) {
    faults['startDate'] = 'A payment from or to a card starts today. Leave this empty.';
  }
  if (terms.speed && direction !== 'account_to_account') {
    faults['speed'] = 'Only payments between bank accounts have a speed.';
  }
  const isInstant = terms.speed === 'real-time' || terms.speed === 'T+0';
  if (isInstant && order.source.kind !== 'payment_instrument') {
    faults['speed'] = 'This speed is for payments from the program’s own account. Choose another.';
  }
  if (routineType !== 'one-time' && direction !== 'account_to_account') {
    const isRecurringByCard = routineType === 'recurring' && direction === 'card_to_card';
    if (!isRecurringByCard) faults['routineType'] = 'Only payments between bank accounts repeat.';
  }
  const wantsAmount = routineType === 'one-time' || routineType === 'recurring';
  if (wantsAmount && order.amountCents === null) faults['amount'] = 'Enter an amount.';
  for (const field of fieldsOfType[routineType]) {
    const term = termOf[field];
    const isMissing = term !== undefined && terms[term] === undefined;
    if (isMissing && !optionalTypeFields.includes(field)) faults[term] = 'This is needed.';
  }
  return faults;
}
