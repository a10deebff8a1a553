import { z } from 'zod';
import { batchTransfer, segmentList } from './assumptions/transfer-parts';
import { listOf } from './lists';
import { openEnum } from './open-enum';
import { defineOperations } from './operation';
import { id, wireDateTime, wireDollars } from './primitives';
import { routineTypes } from './routine-kinds';
import { paymentTypes } from './settlement';

/** `processed` is not the end: an ACH return or a chargeback may follow. */
export const transferStatuses = ['pending', 'processed', 'cancelled', 'failed'] as const;

/** Where a dispute of a card payment stands, as the newest page lists it. */
export const disputeStatuses = ['Not Disputed', 'Open', 'Won', 'Lost'] as const;

/** A dispute of a card payment. There is no endpoint of its own: it comes with the transfer. */
export const chargeback = z.looseObject({
  cb_id: z.string().nullish(),
  user_id: z.string().nullish(),
  action_status: z.string().nullish(),
  dispute_status: openEnum(disputeStatuses).nullish(),
  exception_id: z.string().nullish(),
  exception_code: z.string().nullish(),
  exception_type: z.string().nullish(),
  exception_description: z.string().nullish(),
  exception_date: wireDateTime.nullish(),
  exception_settled_amount: wireDollars.nullish(),
  original_settled_amount: wireDollars.nullish(),
  original_creation_date: wireDateTime.nullish(),
  original_processed_date: wireDateTime.nullish(),
  merchant_reference_id: z.string().nullish(),
  network_id: z.string().nullish(),
  status_date: wireDateTime.nullish(),
  created: wireDateTime.nullish(),
  updated: wireDateTime.nullish(),
});

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
  chargeback: chargeback.nullish(),
});

/** 200 of `GET /v1/transfers` and of `GET /v1/routines/{id}/transfers`. */
export const transferList = listOf('transfers', transfer);

/** Query of `GET /v1/transfers`. */
export const transferListQuery = z.strictObject({
  status: z.enum(transferStatuses).optional(),
  source_id: id.optional(),
});

const byUser = { host: 'api', auth: 'user' } as const;

/** Source: reference, "Transfers" and "Batch Transfers". */
export const transferOperations = defineOperations({
  list: {
    ...byUser,
    method: 'GET',
    path: '/v1/transfers',
    query: transferListQuery,
    plural: 'transfers',
    status: 200,
    response: transferList,
    page: 'List Transfers',
  },
  get: {
    ...byUser,
    method: 'GET',
    path: '/v1/transfers/{id}',
    status: 200,
    response: transfer,
    page: 'Get a Transfer',
  },
  listSegments: {
    ...byUser,
    method: 'GET',
    path: '/v1/transfers/{id}/segments',
    plural: 'segments',
    status: 200,
    response: segmentList,
    page: 'List Segments of a Transfer',
    isAssumed: true,
  },
  cancel: {
    ...byUser,
    method: 'POST',
    path: '/v1/transfers/{id}/cancel',
    status: 200,
    response: transfer,
    page: 'Cancel a Transfer',
  },
  getBatch: {
    method: 'GET',
    path: '/v1/batch_transfers/{id}',
    host: 'api',
    auth: 'client',
    status: 200,
    response: batchTransfer,
    page: 'Get a Batch Transfer',
    isAssumed: true,
  },
});
