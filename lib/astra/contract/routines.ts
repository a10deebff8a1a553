import { z } from 'zod';
import { listOf } from './lists';
import { openEnum } from './open-enum';
import { id, strictDate, wireDate, wireDateTime, wireDollars } from './primitives';

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

export const paymentTypes = ['ach', 'debit', 'ledger'] as const;
export const settlementSpeeds = ['real-time', 'T+0', 'T+1', 'T+2', 'T+4'] as const;
export const frequencies = ['weekly', 'bi-weekly', 'monthly'] as const;

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

/** JSON body of `POST /v1/routines`. `amount` is dollars with at most two decimals. */
export const createRoutineRequest = z.strictObject({
  type: z.enum(routineTypes),
  payment_type: z.enum(paymentTypes),
  name: z.string().min(1),
  source_id: id,
  destination_id: id,
  amount: wireDollars.positive().multipleOf(0.01),
  /** Peer-to-peer only: the person who receives. */
  destination_user_id: id.optional(),
  /** The day in Pacific time; today when absent. A debit may not start in the future. */
  start_date: strictDate.optional(),
  preferred_settlement_speed: z.enum(settlementSpeeds).optional(),
  frequency: z.enum(frequencies).optional(),
  /** At most 8 letters and digits on a debit card, 80 on ACH, 140 on RTP and FedNow. */
  client_correlation_id: z
    .string()
    .regex(/^[a-zA-Z0-9]{1,140}$/)
    .optional(),
  customer_debit_fee_percent_override: z.number().optional(),
  disable_alternative_routing: z.boolean().optional(),
});

/** 201 of `POST /v1/routines`, 200 of `GET /v1/routines/{id}`, and each entry of the list. */
export const routine = z.looseObject({
  id,
  type: openEnum(routineTypes).nullish(),
  name: z.string().nullish(),
  payment_type: openEnum(paymentTypes).nullish(),
  source_id: z.string().nullish(),
  destination_id: z.string().nullish(),
  destination_user_id: z.string().nullish(),
  amount: wireDollars.nullish(),
  start_date: wireDate.nullish(),
  preferred_settlement_speed: z.string().nullish(),
  frequency: z.string().nullish(),
  active: z.boolean().nullish(),
  status: openEnum(routineStatuses).nullish(),
  created: wireDateTime.nullish(),
  client_correlation_id: z.string().nullish(),
});

export const routineList = listOf('routines', routine);
