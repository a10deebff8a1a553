import { z } from 'zod';
import { id, routingNumber } from '../primitives';

/** JSON body of `POST /v1/webhook/customer_event`: tells Astra to ask for a balance again. */
export const customerEventRequest = z.strictObject({
  institution_id: id,
  /** Astra's id of the account. */
  resource_id: id,
  event_type: z.literal('balance_update'),
});

/** Query of `GET /v1/instant_payment_eligibility`. */
export const instantPaymentEligibilityQuery = z.strictObject({ routing_number: routingNumber });

/** 200 of `GET /v1/instant_payment_eligibility`. Our assumption. */
export const instantPaymentEligibility = z.looseObject({
  routing_number: z.string().nullish(),
  rtp: z.boolean(),
  fednow: z.boolean(),
});
