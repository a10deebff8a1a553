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
};

/** Which resource to look at because of this event, or null for events we know nothing of. */
export function resourceOf(webhookType: string): SyncedResource | null {
  return Object.hasOwn(resources, webhookType) ? (resources[webhookType] ?? null) : null;
}

/** The event types that make us look at this resource. */
export function eventTypesOf(resource: SyncedResource): string[] {
  return Object.keys(resources).filter((type) => resources[type] === resource);
}
