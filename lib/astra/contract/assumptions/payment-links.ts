import { z } from 'zod';
import { listOf } from '../lists';
import { openEnum } from '../open-enum';
import { correlationId, id, sentDollars, wireDateTime, wireDollars } from '../primitives';

/** Everything here is our assumption: Astra's chapter about payment links is not public. */
export const paymentLinkStatuses = ['active', 'paid', 'expired', 'cancelled'] as const;

/** Their `resource_id` is the link. The usual webhooks of the transfer follow. */
export const paymentLinkWebhookTypes = ['payment_link_created', 'payment_link_updated'] as const;

/** JSON body of `POST /v1/payment_links`. */
export const createPaymentLinkRequest = z.strictObject({
  name: z.string().min(1),
  amount: sentDollars,
  /** The card or account of the token's user that is paid. */
  destination_id: id,
  description: z.string().max(500).optional(),
  /** UTC, with an offset. */
  expires_at: z.iso
    .datetime({ offset: true, error: 'A time is spelled 2026-02-03T04:05:06Z.' })
    .optional(),
  /** True, the default: one payment ends the link. */
  single_use: z.boolean().optional(),
  client_correlation_id: correlationId.optional(),
});

/** 201 of creating a link, 200 of getting and of cancelling one, and each entry of the list. */
export const paymentLink = z.looseObject({
  id,
  /** Where the payer goes. */
  url: z.url(),
  status: openEnum(paymentLinkStatuses),
  name: z.string().nullish(),
  amount: wireDollars,
  destination_id: z.string().nullish(),
  created: wireDateTime.nullish(),
  expires_at: wireDateTime.nullish(),
  /** The payment, once there is one. */
  transfer_id: z.string().nullish(),
});

/** 200 of `GET /v1/payment_links`. */
export const paymentLinkList = listOf('payment_links', paymentLink);
