import { z } from 'zod';
import { account, createdAccount } from './accounts';
import { businessProfile } from './assumptions/business-profiles';
import { clientInfo } from './assumptions/client-info';
import { paymentLink } from './assumptions/payment-links';
import { segment } from './assumptions/transfer-parts';
import { capabilities } from './assumptions/user-changes';
import { card } from './cards';
import { cardMonth, digits, offsetDateTime } from './documented-formats';
import { fieldsOfType, optionalTypeFields, routineTypes, typesWithAmount } from './routine-kinds';
import { routine, updatedRoutine } from './routines';
import { end, nestedRoutine } from './routines-with-cards';
import { chargeback, transfer } from './transfers';
import { userIntent } from './user-intents';
import { user } from './users';

/** What is not true of every key of an object: that it is there, not null, and in its usual form. */
export type Remarks<Key extends string = string> = {
  readonly mayBeAbsent?: readonly Key[];
  readonly mayBeNull?: readonly Key[];
  readonly formats?: Readonly<Partial<Record<Key, z.ZodType>>>;
  /** Keys that may be absent elsewhere, but not in this very answer. */
  readonly alsoNeeds?: (answer: Readonly<Record<string, unknown>>) => readonly string[];
};

const preferred = [
  'preferred_first_name',
  'preferred_last_name',
  'preferred_pronouns',
] as const satisfies readonly (keyof typeof user.shape & keyof typeof userIntent.shape)[];

/** What banks tell; nobody does of an account by number. */
const balances = ['current_balance', 'available_balance', 'last_balance_update_on'] as const;

const onSomeRoutines = [
  'amount',
  'preferred_settlement_speed',
  'frequency',
  'threshold',
  'spending',
  'amount_start',
  'amount_increment',
  'minimum_transaction_threshold',
  'percent_of_transaction',
  'percent_of_balance',
  'client_correlation_id',
  // Seen in a client alone.
  'blocked',
] as const;

/** By object. Which keys may be null is Astra's to say and is not documented: this is what we saw. */
export const remarks: ReadonlyMap<z.ZodType, Remarks> = new Map([
  // The kind of check is known of intents; of users it is an inference. Metadata only when given.
  about(user, { mayBeNull: preferred, mayBeAbsent: ['kyb_type', 'metadata'] }),
  about(userIntent, { mayBeNull: ['user_id', ...preferred], mayBeAbsent: ['metadata'] }),
  about(card, {
    mayBeNull: ['street_line_2'],
    formats: {
      expiration_date: cardMonth,
      first_six_digits: digits(6),
      last_four_digits: digits(4),
    },
  }),
  about(account, {
    mayBeNull: ['nickname', 'institution_logo', ...balances],
    formats: { mask: digits(4) },
  }),
  about(createdAccount, { mayBeNull: ['institution_logo'], formats: { mask: digits(4) } }),
  about(routine, {
    mayBeAbsent: onSomeRoutines,
    formats: { created: offsetDateTime },
    alsoNeeds: fieldsOfItsType,
  }),
  about(updatedRoutine, {
    mayBeAbsent: [...onSomeRoutines, 'status', 'created'],
    formats: { created: offsetDateTime },
    alsoNeeds: fieldsOfItsType,
  }),
  about(nestedRoutine, {
    // Known from a client's types alone, without their values.
    mayBeAbsent: ['payment_route', 'blocked', 'debit_fee_percent', 'client_correlation_id'],
    formats: { created: offsetDateTime },
  }),
  // The source is always the token's own user's.
  about(end, { mayBeAbsent: ['user_id'] }),
  about(transfer, {
    mayBeNull: ['client_correlation_id', 'destination_user_id', 'failure_reason'],
    mayBeAbsent: ['astra_settlement_reason', 'chargeback'],
  }),
  // Ids of the networks', which a client decodes and nobody explains.
  about(chargeback, { mayBeAbsent: ['exception_id', 'merchant_reference_id', 'network_id'] }),
  about(segment, { mayBeNull: ['failure_reason'] }),
  about(businessProfile, {
    mayBeNull: ['user_id'],
    mayBeAbsent: ['first_name', 'last_name', 'email'],
  }),
  about(paymentLink, { mayBeNull: ['expires_at', 'transfer_id'] }),
  about(clientInfo, { mayBeNull: ['logo'] }),
  // Null is without a limit.
  about(capabilities.shape.card_to_card.unwrap().unwrap(), { mayBeNull: ['transfer_count_limit'] }),
]);

function about<Shape extends z.ZodRawShape>(
  schema: z.ZodObject<Shape, z.core.$loose>,
  itsRemarks: Remarks<keyof Shape & string>,
): readonly [z.ZodType, Remarks] {
  return [schema, itsRemarks];
}

const kind = z.looseObject({ type: z.enum(routineTypes) });

/** What a routine of this type cannot do without. */
function fieldsOfItsType(answer: Readonly<Record<string, unknown>>): readonly string[] {
  const { success, data } = kind.safeParse(answer);
  if (!success) return [];
  const own = fieldsOfType[data.type].filter((field) => !optionalTypeFields.includes(field));
  return typesWithAmount.includes(data.type) ? [...own, 'amount'] : own;
}
