import type { UserRow } from '../state/rows';
import type { World } from '../world';
import { type PythonValue, pythonJson } from './python-json';

/** Deliveries beyond this many are forgotten, the oldest first. */
const keptDeliveries = 2_000;

type Event = {
  readonly type: string;
  readonly userId: string | null;
  readonly resourceId: string;
  /** Chargebacks only: the transfer. */
  readonly resourceParentId?: string;
  readonly metadata?: Readonly<Record<string, PythonValue>> | null;
};

/** Tells the partner that something changed. Call it inside the transaction of that change. */
export function emitWebhook(world: World, event: Event): void {
  const id = world.random.uuid();
  const sending = world.faults.emit(world, event.type, event.userId);
  const body = pythonJson({
    webhook_type: sending.type,
    webhook_id: id,
    user_id: event.userId,
    resource_id: event.resourceId,
    ...(event.resourceParentId === undefined ? {} : { resource_parent_id: event.resourceParentId }),
    ...(event.metadata ? { metadata: event.metadata } : {}),
  });
  const nowMs = world.clock.now();
  world.store.deliveries.put({
    id,
    type: sending.type,
    userId: event.userId,
    resourceId: event.resourceId,
    body,
    status: sending.isDropped ? 'dropped' : 'waiting',
    attempts: [],
    nextAttemptMs: sending.isDropped ? null : nowMs + sending.delayMs,
    ...(sending.copies > 0 ? { copies: sending.copies } : {}),
    createdMs: nowMs,
  });
  if (!sending.isDropped) world.scheduler.plan('send_webhook', id, sending.delayMs);
  world.store.deliveries.trim(keptDeliveries);
}

/** The event of a changed user, with the metadata that came with the intent. */
export function emitUserUpdated(world: World, user: UserRow): void {
  emitWebhook(world, {
    type: 'user_updated',
    userId: user.id,
    resourceId: user.id,
    metadata: user.metadata,
  });
}
