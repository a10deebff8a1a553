import type { z } from 'zod';
import { routinePreview } from '../contract/routine-preview';
import { routine as wireRoutine } from '../contract/routines';
import { nestedRoutine } from '../contract/routines-with-cards';
import { readDateTime } from '../date-time';
import { type Known, readAmount, readOptionalAmount, readStatus } from './read-fields';

/** Reads a routine: cents and dates. */
export const routineResult = wireRoutine.transform((wire, context) => {
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
    /** Null on kinds of routine whose amount follows from something else. */
    amount_cents: readOptionalAmount({ amount }, context),
    threshold_cents: readOptionalAmount({ threshold }, context),
    amount_start_cents: readOptionalAmount({ amount_start }, context),
    amount_increment_cents: readOptionalAmount({ amount_increment }, context),
    minimum_transaction_threshold_cents: readOptionalAmount(
      { minimum_transaction_threshold },
      context,
    ),
    created: readDateTime(created),
  };
});

/** An instruction to move money. The movements themselves are transfers. */
export type Routine = Known<z.output<typeof routineResult>>;

/** Reads a routine with nested ends: cents and dates. */
export const nestedRoutineResult = nestedRoutine.transform(
  ({ amount, created, status, ...rest }, context) => ({
    ...rest,
    status: readStatus(status),
    amount_cents: readOptionalAmount({ amount }, context),
    created: readDateTime(created),
  }),
);

/** A routine with a card at one end and an account at the other. Its ends are nested. */
export type NestedRoutine = Known<z.output<typeof nestedRoutineResult>>;

/** Reads a preview: cents and dates. */
export const previewResult = routinePreview.transform((wire, context) => {
  const { customer_fee, astra_fee, pull_amount, push_amount, created, ...rest } = wire;
  return {
    ...rest,
    customer_fee_cents: readAmount({ customer_fee }, context),
    astra_fee_cents: readAmount({ astra_fee }, context),
    pull_amount_cents: readAmount({ pull_amount }, context),
    push_amount_cents: readAmount({ push_amount }, context),
    created: readDateTime(created),
  };
});

/** What a payment would cost: what leaves the source, what arrives, and who takes what. */
export type RoutinePreview = Known<z.output<typeof previewResult>>;
