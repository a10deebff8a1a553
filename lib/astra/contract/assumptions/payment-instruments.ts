import { z } from 'zod';
import { listOf } from '../lists';
import { id, wireDateTime, wireDollars } from '../primitives';

/**
 * A settlement account of the partner's, which Astra sets up. Its balance may lag by five minutes.
 * The names are our assumption.
 */
export const paymentInstrument = z.looseObject({
  id,
  name: z.string().nullish(),
  type: z.string().nullish(),
  account_number: z.string().nullish(),
  routing_number: z.string().nullish(),
  available_balance: wireDollars.nullish(),
  current_balance: wireDollars.nullish(),
  status: z.string().nullish(),
  updated: wireDateTime.nullish(),
});

/** 200 of `GET /v1/payment_instruments`. Its envelope is assumed. */
export const paymentInstrumentList = listOf('payment_instruments', paymentInstrument);
