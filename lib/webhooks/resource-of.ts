import type { WebhookEvent } from '@/lib/astra';
import type { TaskPayload } from '@/lib/jobs/tasks';

export type SyncedResource = TaskPayload<'sync_resource'>['resource'];

/** Event types and the resource that each makes us look at. */
export const resources: Readonly<Record<string, SyncedResource>> = {
  user_intent_updated: 'user_intent',
  user_updated: 'user',
  card_created: 'card',
  card_updated: 'card',
  routine_updated: 'routine',
  transfer_created: 'transfer',
  transfer_updated: 'transfer',
  // Astra shows a dispute with its transfer, and nowhere else.
  chargeback_created: 'transfer',
  chargeback_updated: 'transfer',
  batch_transfer_created: 'batch',
  batch_transfer_updated: 'batch',
};

/**
 * Event types that ask nothing of this app, and what is written beside such an event. An app that acts
 * on one gives it a resource above and a handler; `inbound_payment_received` says by itself what
 * happened (`readInboundPayment` in `lib/astra`), so it would be read from the event's body.
 */
const nothingToDo: Readonly<Record<string, string>> = {
  inbound_payment_received:
    'Nothing to do: what settlement accounts hold is read when somebody opens them.',
  payment_link_created: 'Nothing to do: this app has no payment links.',
  payment_link_updated: 'Nothing to do: this app has no payment links.',
  transactions_initial_update: 'Nothing to do: this app reads no transactions of accounts.',
  transactions_historical_update: 'Nothing to do: this app reads no transactions of accounts.',
  transactions_default_update: 'Nothing to do: this app reads no transactions of accounts.',
};

/** Events that name the resource to look at as the parent of their own. */
const ofParents: ReadonlySet<string> = new Set(['chargeback_created', 'chargeback_updated']);

/**
 * Whether a resource is looked at by its id alone, whatever its events say of a user: an intent
 * belongs to nobody at Astra yet, and a batch is the program's own.
 */
export function isFoundById(resource: SyncedResource): boolean {
  return resource === 'user_intent' || resource === 'batch';
}

/** Which resource to look at because of this event, or null for events we know nothing of. */
export function resourceOf(webhookType: string): SyncedResource | null {
  return Object.hasOwn(resources, webhookType) ? (resources[webhookType] ?? null) : null;
}

/** Why nothing is to be done about events of this type; null when something is, or nobody knows. */
export function whyNothingToDo(webhookType: string): string | null {
  return Object.hasOwn(nothingToDo, webhookType) ? (nothingToDo[webhookType] ?? null) : null;
}

/** What is written beside an event that nobody knows what to do about. */
export const unknownType = 'Stored, but this app does not know such events.';

/** The id of what to look at because of this event; null when the event does not say. */
export function idToLookAt(
  event: Pick<WebhookEvent, 'webhook_type' | 'resource_id' | 'resource_parent_id'>,
): string | null {
  return ofParents.has(event.webhook_type) ? (event.resource_parent_id ?? null) : event.resource_id;
}

/** The event types that make us look at this resource. */
export function eventTypesOf(resource: SyncedResource): string[] {
  return Object.keys(resources).filter((type) => resources[type] === resource);
}
