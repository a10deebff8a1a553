import type { z } from 'zod';
import type { bookRequest } from '../contract/assumptions/routines';
import type { fieldsOfType, RoutineType } from '../contract/routine-kinds';
import type { previewRoutineRequest } from '../contract/routine-preview';
import type { createRoutineRequest, updateRoutineRequest } from '../contract/routines';
import type { accountToCardRequest, cardToAccountRequest } from '../contract/routines-with-cards';
import type { InCents } from './send-amounts';

type TriggerAmounts =
  | 'threshold'
  | 'amount_start'
  | 'amount_increment'
  | 'minimum_transaction_threshold';

type RoutineRequest = InCents<z.input<typeof createRoutineRequest>, 'amount' | TriggerAmounts>;

type OptionalField = 'minimum_transaction_threshold';

/** The fields that a kind of routine cannot do without, under the names that they have here. */
type NeededBy<Type extends RoutineType> =
  | (Type extends 'one-time' | 'recurring' ? 'amount_cents' : never)
  | (Exclude<(typeof fieldsOfType)[Type][number], OptionalField> extends infer Field
      ? Field extends TriggerAmounts
        ? `${Field}_cents`
        : Field
      : never);

type OfKind<Type extends RoutineType> = { type: Type } & {
  [Name in NeededBy<Type> & keyof RoutineRequest]: NonNullable<RoutineRequest[Name]>;
};

/**
 * What to move, from where to where. Amounts are more than zero. Each kind wants the fields that it
 * is driven by: a `recurring` routine its `frequency`, a `sweep` its `threshold_cents`.
 */
export type CreateRoutine = RoutineRequest & { [Type in RoutineType]: OfKind<Type> }[RoutineType];

/** A payment whose fees are asked for. */
export type PreviewRoutine = InCents<z.input<typeof previewRoutineRequest>, 'amount'>;

/** What changes; only fields of the routine's own type. `active: false` pauses it. */
export type UpdateRoutine = InCents<
  z.input<typeof updateRoutineRequest>,
  'amount' | TriggerAmounts
>;

type AccountToCardRequest = z.input<typeof accountToCardRequest>;

/**
 * From a bank account to a card. `gross_debit` takes the money from the account for each payment,
 * `net_debit` from the partner's reserve.
 */
export type AccountToCard = AccountToCardRequest extends infer Each
  ? Each extends AccountToCardRequest
    ? InCents<Each, 'amount'>
    : never
  : never;

/** From a card to a bank account. */
export type CardToAccount = InCents<z.input<typeof cardToAccountRequest>, 'amount'>;

/** From one payment instrument of the partner's to another. */
export type BookRoutine = InCents<z.input<typeof bookRequest>, 'amount'>;
