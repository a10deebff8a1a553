import { z } from 'zod';
import { listOf } from './lists';
import { openEnum } from './open-enum';
import { id, wireDateTime, wireDollars } from './primitives';
import { paymentTypes, routineTypes } from './routines';

/** `processed` is not the end: an ACH return or a chargeback may follow. */
export const transferStatuses = ['pending', 'processed', 'cancelled', 'failed'] as const;

/** 200 of `GET /v1/transfers/{id}` and each entry of the list. */
export const transfer = z.looseObject({
  id,
  status: openEnum(transferStatuses),
  routine_id: z.string().nullish(),
  routine_type: openEnum(routineTypes).nullish(),
  routine_name: z.string().nullish(),
  client_correlation_id: z.string().nullish(),
  source_id: z.string().nullish(),
  destination_id: z.string().nullish(),
  destination_user_id: z.string().nullish(),
  amount: wireDollars,
  payment_type: openEnum(paymentTypes).nullish(),
  initiated: wireDateTime.nullish(),
  updated: wireDateTime.nullish(),
  estimated_clearing_date: wireDateTime.nullish(),
  failure_reason: z.string().nullish(),
  astra_settlement_reason: z.string().nullish(),
  chargeback: z.record(z.string(), z.unknown()).nullish(),
});

export const transferList = listOf('transfers', transfer);

/** Query of `GET /v1/transfers`. */
export const transferListQuery = z.strictObject({
  status: z.enum(transferStatuses).optional(),
  source_id: id.optional(),
});
