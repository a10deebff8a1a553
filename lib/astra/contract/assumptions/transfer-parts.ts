import { z } from 'zod';
import { listOf } from '../lists';
import { openEnum } from '../open-enum';
import { id, wireDateTime, wireDollars } from '../primitives';

/** Gap: what a leg of a transfer can be. */
export const segmentTypes = ['pull', 'push', 'ach_debit', 'ach_credit', 'book'] as const;

/** One leg of a transfer: money taken from the source, or put on the destination. Our assumption. */
export const segment = z.looseObject({
  id,
  transfer_id: z.string().nullish(),
  type: openEnum(segmentTypes).nullish(),
  status: z.string().nullish(),
  amount: wireDollars.nullish(),
  initiated: wireDateTime.nullish(),
  updated: wireDateTime.nullish(),
  network: z.string().nullish(),
  failure_reason: z.string().nullish(),
});

/** 200 of `GET /v1/transfers/{id}/segments`. Our assumption. */
export const segmentList = listOf('segments', segment);

/** The one debit that pays for a day of net-mode payments. Our assumption. */
export const batchTransfer = z.looseObject({
  id,
  status: z.string().nullish(),
  amount: wireDollars.nullish(),
  created: wireDateTime.nullish(),
  updated: wireDateTime.nullish(),
  transfer_count: z.number().int().nullish(),
  /** Ids of the transfers that it pays for. */
  transfers: z.array(z.string()).nullish(),
});
