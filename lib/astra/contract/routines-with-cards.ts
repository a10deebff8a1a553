import { z } from 'zod';
import { settlementModes, ultimateFields } from './assumptions/routines';
import { openEnum } from './open-enum';
import {
  cardCorrelationId,
  correlationId,
  id,
  percent,
  sentDollars,
  strictDate,
  wireDate,
  wireDateTime,
  wireDollars,
} from './primitives';
import { routineStatuses } from './routine-kinds';

const common = {
  name: z.string().min(1),
  amount: sentDollars,
  source: z.strictObject({ id }),
  destination: z.strictObject({ id, user_id: id }),
  debit_fee_percent: percent.optional(),
  [ultimateFields.sender]: id.optional(),
  [ultimateFields.receiver]: id.optional(),
};

/**
 * JSON body of `POST /v1/routines/account-to-card`. Gross: the account is debited for every
 * payment, and needs a reference of eight characters. Net: the partner's reserve pays, and is
 * filled up once a day by one debit of the partner's own account.
 */
export const accountToCardRequest = z.discriminatedUnion('settlement_mode', [
  z.strictObject({
    ...common,
    settlement_mode: z.literal(settlementModes.gross),
    client_correlation_id: cardCorrelationId,
  }),
  z.strictObject({
    ...common,
    settlement_mode: z.literal(settlementModes.net),
    client_correlation_id: correlationId.optional(),
  }),
]);

/** JSON body of `POST /v1/routines/card-to-account`. */
export const cardToAccountRequest = z.strictObject({
  ...common,
  client_correlation_id: cardCorrelationId,
  start_date: strictDate.optional(),
});

/** Where money comes from, or goes to. */
export const end = z.looseObject({ id: z.string().nullish(), user_id: z.string().nullish() });

/** 201 of both. Unlike other routines it nests its ends. */
export const nestedRoutine = z.looseObject({
  id,
  status: openEnum(routineStatuses).nullish(),
  name: z.string().nullish(),
  amount: wireDollars.nullish(),
  source: end.nullish(),
  destination: end.nullish(),
  start_date: wireDate.nullish(),
  created: wireDateTime.nullish(),
  active: z.boolean().nullish(),
  type: z.string().nullish(),
  payment_route: z.string().nullish(),
  blocked: z.boolean().nullish(),
  debit_fee_percent: z.number().nullish(),
  client_correlation_id: z.string().nullish(),
});
