import { inboundPaymentMetadata } from '../contract/webhooks';
import { type Cents, centsFromDollars } from '../money';
import type { WebhookEvent } from './parse-webhook';

/** Money that arrived at one of the partner's payment instruments. */
export type InboundPayment = {
  paymentInstrumentId: string;
  amount_cents: Cents;
  /** `Ach` or `Wires`; null when Astra did not say. */
  type: string | null;
};

/**
 * Reads `inbound_payment_received`, the only event that says what happened by itself.
 * Source: the reference's pages about webhooks.
 *
 * @returns null for any other event, and for one whose amount cannot be read exactly.
 */
export function readInboundPayment(event: WebhookEvent): InboundPayment | null {
  if (event.webhook_type !== 'inbound_payment_received') return null;
  const metadata = inboundPaymentMetadata.safeParse(event.metadata);
  if (!metadata.success) return null;
  try {
    return {
      paymentInstrumentId: event.resource_id,
      amount_cents: centsFromDollars(metadata.data.amount),
      type: metadata.data.type ?? null,
    };
  } catch {
    return null;
  }
}
