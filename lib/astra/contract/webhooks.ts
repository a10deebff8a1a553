import { z } from 'zod';
import { paymentLinkWebhookTypes } from './assumptions/payment-links';
import { openEnum } from './open-enum';
import { wireDollars } from './primitives';

/** Source: the reference's pages about webhooks, one for each kind of resource. */
export const webhookTypes = [
  'user_intent_updated',
  'user_updated',
  'card_created',
  'card_updated',
  'routine_updated',
  'transfer_created',
  'transfer_updated',
  'batch_transfer_created',
  'batch_transfer_updated',
  'chargeback_created',
  'chargeback_updated',
  'inbound_payment_received',
  ...paymentLinkWebhookTypes,
  // Of the older transactions chapter; `resource_id` is the account.
  'transactions_initial_update',
  'transactions_historical_update',
  'transactions_default_update',
] as const;

/** Ids are text. One that came as a number is read as its digits, so that no event is lost over it. */
const eventId = z.preprocess(
  (given) => (Number.isSafeInteger(given) ? String(given) : given),
  z.string().min(1),
);

/**
 * A webhook says only *which* resource changed, never its new state: fetch the resource to learn it.
 *
 * `user_id` is null on payment-instrument events, and on `user_intent_updated` it holds the intent's
 * id. Everything but the three identifying fields is optional, so that a genuine event is never
 * refused over a field Astra added. Source: the reference's pages about webhooks.
 */
export const webhookEvent = z.looseObject({
  webhook_type: openEnum(webhookTypes),
  webhook_id: eventId,
  user_id: eventId.nullish().catch(null),
  resource_id: eventId,
  /** Chargebacks only: the transfer. */
  resource_parent_id: eventId.nullish().catch(null),
  /** Null when it came in some other form: the event counts all the same. */
  metadata: z.record(z.string(), z.unknown()).nullish().catch(null),
});

/** `metadata` of `inbound_payment_received`: the only event that says what happened by itself. */
export const inboundPaymentMetadata = z.looseObject({
  amount: wireDollars,
  type: openEnum(['Ach', 'Wires']).nullish(),
});

/** Base64 of HMAC-SHA256 over the body, keyed with the client secret. */
export const signatureHeader = 'Astra-Verification';
