import { z } from 'zod';
import { openEnum } from './open-enum';
import { id, percent, sentDollars, strictDate, wireDateTime, wireDollars } from './primitives';
import { routineTypes } from './routine-kinds';

/** JSON body of `POST /v1/routines/preview`: what a payment would cost. Creates nothing. */
export const previewRoutineRequest = z.strictObject({
  type: z.enum(routineTypes),
  name: z.string().min(1),
  /** Fees exist on debit cards only. */
  payment_type: z.literal('debit'),
  source_id: id,
  destination_id: id,
  amount: sentDollars,
  start_date: strictDate.optional(),
  customer_debit_fee_percent_override: percent.optional(),
  destination_user_id: id.optional(),
});

/** 201. Some names differ from the routine's: `source`, `destination`, `routine_type`. */
export const routinePreview = z.looseObject({
  id,
  /** What the person is charged by the partner. */
  customer_fee: wireDollars,
  /** What Astra charges the partner. */
  astra_fee: wireDollars,
  /** What leaves the source. */
  pull_amount: wireDollars,
  /** What reaches the destination. */
  push_amount: wireDollars,
  source: z.string().nullish(),
  destination: z.string().nullish(),
  estimated_settlement: z.string().nullish(),
  payment_type: z.string().nullish(),
  routine_type: openEnum(routineTypes).nullish(),
  created: wireDateTime.nullish(),
});
