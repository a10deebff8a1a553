import type { z } from 'zod';
import type { bookRequest } from '../contract/assumptions/routines';
import type { RoutineType } from '../contract/routine-kinds';
import type { previewRoutineRequest } from '../contract/routine-preview';
import type { createRoutineRequest, updateRoutineRequest } from '../contract/routines';
import type { accountToCardRequest, cardToAccountRequest } from '../contract/routines-with-cards';
import type { Cents } from '../money';
import type { InCents } from './send-amounts';

type TriggerAmounts =
  | 'threshold'
  | 'amount_start'
  | 'amount_increment'
  | 'minimum_transaction_threshold';

type RoutineRequest = InCents<z.input<typeof createRoutineRequest>, 'amount' | TriggerAmounts>;

/** What to move, from where to where. Amounts are more than zero. */
export type CreateRoutine = RoutineRequest &
  (
    | { type: 'one-time' | 'recurring'; amount_cents: Cents }
    | { type: Exclude<RoutineType, 'one-time' | 'recurring'> }
  );

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
