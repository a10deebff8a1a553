import type { z } from 'zod';
import { routinePreview } from '../contract/routine-preview';
import { routine as wireRoutine } from '../contract/routines';
import { nestedRoutine } from '../contract/routines-with-cards';
import { readDateTime } from '../date-time';
import { amountInCents, type Known, readStatus } from './read-fields';

/** Reads a routine: cents and dates. */
export const routineResult = wireRoutine
  .extend({
    amount: amountInCents,
    threshold: amountInCents,
    amount_start: amountInCents,
    amount_increment: amountInCents,
    minimum_transaction_threshold: amountInCents,
  })
  .transform((wire) => {
    const {
      amount,
      threshold,
      amount_start,
      amount_increment,
      minimum_transaction_threshold,
      created,
      status,
      ...rest
    } = wire;
    return {
      ...rest,
      status: readStatus(status),
      /**
       * Null on kinds of routine whose amount follows from something else, and where Astra's is not
       * exact cents: it proves neither that this is the payment you look for nor that it is another.
       */
      amount_cents: amount,
      threshold_cents: threshold,
      amount_start_cents: amount_start,
      amount_increment_cents: amount_increment,
      minimum_transaction_threshold_cents: minimum_transaction_threshold,
      created: readDateTime(created),
    };
  });

/** An instruction to move money. The movements themselves are transfers. */
export type Routine = Known<z.output<typeof routineResult>>;

/** Reads a routine with nested ends: cents and dates. */
export const nestedRoutineResult = nestedRoutine
  .extend({ amount: amountInCents })
  .transform(({ amount, created, status, ...rest }) => ({
    ...rest,
    status: readStatus(status),
    amount_cents: amount,
    created: readDateTime(created),
  }));

/** A routine with a card at one end and an account at the other. Its ends are nested. */
export type NestedRoutine = Known<z.output<typeof nestedRoutineResult>>;

/** Reads a preview: cents and dates. */
export const previewResult = routinePreview
  .extend({
    customer_fee: amountInCents,
    astra_fee: amountInCents,
    pull_amount: amountInCents,
    push_amount: amountInCents,
  })
  .transform(({ customer_fee, astra_fee, pull_amount, push_amount, created, ...rest }) => ({
    ...rest,
    customer_fee_cents: customer_fee,
    astra_fee_cents: astra_fee,
    pull_amount_cents: pull_amount,
    push_amount_cents: push_amount,
    created: readDateTime(created),
  }));

/**
 * What a payment would cost: what leaves the source, what arrives, and who takes what.
 *
 * An amount is null where Astra's is not exact cents: how it rounds a share of a payment is not
 * documented. Show such a fee as unknown, never as nothing.
 */
export type RoutinePreview = Known<z.output<typeof previewResult>>;
