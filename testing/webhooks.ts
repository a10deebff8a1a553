import { randomUUID } from 'node:crypto';
import { signTestWebhook } from '@/lib/astra';
import { env } from '@/lib/env';

export type Event = {
  webhook_type: string;
  webhook_id: string;
  user_id: string | null;
  resource_id: string;
  [field: string]: unknown;
};

export function newEvent(change: Partial<Event> = {}): Event {
  return {
    webhook_type: 'transfer_updated',
    webhook_id: randomUUID(),
    user_id: randomUUID(),
    resource_id: randomUUID(),
    ...change,
  };
}

/** The two arguments with which the route hands on a delivery of this text, signed as Astra signs. */
export function delivery(body: string | Uint8Array, secret?: string): [Uint8Array, string] {
  const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body;
  return [bytes, signTestWebhook(bytes, secret ?? env().ASTRA_CLIENT_SECRET)];
}

/** See {@link delivery}. */
export function deliveryOf(event: Event): [Uint8Array, string] {
  return delivery(JSON.stringify(event));
}
