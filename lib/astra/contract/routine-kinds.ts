import { refillFields } from './assumptions/routines';

/** The newest edition describes `one-time` alone; the others may still be taken. */
export const routineTypes = [
  'one-time',
  'recurring',
  'sweep',
  'refill',
  'round-up',
  'percentage-based',
  'percentage-balance',
  'fifty-two-week',
] as const;

/** One of {@link routineTypes}. */
export type RoutineType = (typeof routineTypes)[number];

/** How often a `recurring` routine repeats. */
export const frequencies = ['weekly', 'bi-weekly', 'monthly'] as const;

/** Source: reference, "Routine Statuses". */
export const routineStatuses = [
  'requires_user_verification',
  'pending_account_authorization',
  'user_suspended',
  'active',
  'inactive',
  'cancelled',
  'failed',
  'completed',
] as const;

/**
 * The fields that drive each kind besides its amount. A field of another kind is refused.
 */
export const fieldsOfType = {
  'one-time': [],
  recurring: ['frequency'],
  sweep: ['threshold'],
  refill: refillFields,
  'round-up': ['spending'],
  'percentage-based': ['percent_of_transaction', 'minimum_transaction_threshold'],
  'percentage-balance': ['percent_of_balance'],
  'fifty-two-week': ['amount_start', 'amount_increment'],
} as const satisfies Record<RoutineType, readonly string[]>;

/** The one among {@link fieldsOfType} that may be left out. */
export const optionalTypeFields: readonly string[] = ['minimum_transaction_threshold'];

/** Kinds that say themselves how much: whether Astra still wants an `amount` is doubtful. */
export const typesWithAmount: readonly string[] = ['one-time', 'recurring'];
