import { z } from 'zod';
import { ultimateFields } from './assumptions/routines';
import { listOf } from './lists';
import { openEnum } from './open-enum';
import {
  correlationId,
  id,
  percent,
  sentDollars,
  strictDate,
  wireDate,
  wireDateTime,
  wireDollars,
} from './primitives';
import {
  fieldsOfType,
  frequencies,
  optionalTypeFields,
  routineStatuses,
  routineTypes,
  typesWithAmount,
} from './routine-kinds';
import { correlationIdLimit, paymentTypes, settlementSpeeds } from './settlement';

/** The fields of {@link fieldsOfType}. The newest page leaves all but `frequency` out. */
const typeFields = {
  frequency: z.enum(frequencies).optional(),
  threshold: sentDollars.optional(),
  /** The account whose purchases are rounded up. */
  spending: id.optional(),
  amount_start: sentDollars.optional(),
  amount_increment: sentDollars.optional(),
  minimum_transaction_threshold: sentDollars.optional(),
  percent_of_transaction: percent.optional(),
  percent_of_balance: percent.optional(),
};

/** JSON body of `POST /v1/routines`. `amount` is dollars with at most two decimals. */
export const createRoutineRequest = z
  .strictObject({
    type: z.enum(routineTypes),
    payment_type: z.enum(paymentTypes),
    name: z.string().min(1),
    source_id: id,
    destination_id: id,
    amount: sentDollars.optional(),
    /** Peer-to-peer only: the person who receives. */
    destination_user_id: id.optional(),
    /**
     * The day in Pacific time; today when absent. A debit may not start in the future: which day it
     * is over there is Astra's to say, as our clock may be wrong.
     */
    start_date: strictDate.optional(),
    preferred_settlement_speed: z.enum(settlementSpeeds).optional(),
    ...typeFields,
    /** At most 8 letters and digits on a debit card, 80 on ACH, 140 on RTP and FedNow. */
    client_correlation_id: correlationId.optional(),
    /** Taken on top of the pull or out of the push, as the client is configured. */
    customer_debit_fee_percent_override: percent.optional(),
    /** True: fail when RTP or FedNow cannot be used. False: fall back to ACH of the same day. */
    disable_alternative_routing: z.boolean().optional(),
    [ultimateFields.sender]: id.optional(),
    [ultimateFields.receiver]: id.optional(),
  })
  .superRefine((body, context) => {
    const need = (field: string, error: string) =>
      context.addIssue({ code: 'custom', path: [field], message: error, input: body });
    const wanted: readonly string[] = fieldsOfType[body.type];
    for (const field of Object.keys(typeFields)) {
      const isGiven = Reflect.get(body, field) !== undefined;
      if (isGiven && !wanted.includes(field)) need(field, `Not for a ${body.type} routine.`);
      const isNeeded = wanted.includes(field) && !optionalTypeFields.includes(field);
      if (!isGiven && isNeeded) need(field, `Needed for a ${body.type} routine.`);
    }
    if (body.amount === undefined && typesWithAmount.includes(body.type)) {
      need('amount', `Needed for a ${body.type} routine.`);
    }
    const limit = correlationIdLimit(body);
    if ((body.client_correlation_id ?? '').length > limit) {
      need('client_correlation_id', `At most ${limit} letters and digits on this network.`);
    }
    if (body.preferred_settlement_speed !== undefined && body.payment_type !== 'ach') {
      need('preferred_settlement_speed', 'For payments from account to account only.');
    }
    if (body.customer_debit_fee_percent_override !== undefined && body.payment_type !== 'debit') {
      need('customer_debit_fee_percent_override', 'For payments from card to card only.');
    }
  });

/** JSON body of `PUT /v1/routines/{id}`: only what changes, and only fields of the routine's type. */
export const updateRoutineRequest = z
  .strictObject({
    name: z.string().min(1).optional(),
    payment_type: z.enum(paymentTypes).optional(),
    /** False pauses the routine, true resumes it. */
    active: z.boolean().optional(),
    source_id: id.optional(),
    destination_id: id.optional(),
    amount: sentDollars.optional(),
    start_date: strictDate.optional(),
    preferred_settlement_speed: z.enum(settlementSpeeds).optional(),
    client_correlation_id: correlationId.optional(),
    ...typeFields,
  })
  .refine((changes) => Object.values(changes).some((value) => value !== undefined), {
    path: ['active'],
    error: 'Name at least one change.',
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
  preferred_settlement_speed: openEnum(settlementSpeeds).nullish(),
  frequency: openEnum(frequencies).nullish(),
  threshold: wireDollars.nullish(),
  spending: z.string().nullish(),
  amount_start: wireDollars.nullish(),
  amount_increment: wireDollars.nullish(),
  minimum_transaction_threshold: wireDollars.nullish(),
  percent_of_transaction: z.number().nullish(),
  percent_of_balance: z.number().nullish(),
  /** True runs, false is paused. */
  active: z.boolean().nullish(),
  status: openEnum(routineStatuses).nullish(),
  created: wireDateTime.nullish(),
  client_correlation_id: z.string().nullish(),
  blocked: z.boolean().nullish(),
});

/** 200 of `PUT /v1/routines/{id}`, where `status` and `created` are not documented. */
export const updatedRoutine = routine.partial({ status: true, created: true });

/** 200 of `GET /v1/routines`. */
export const routineList = listOf('routines', routine);
