import type { IntentRow, Profile, UserRow, UserStatus } from '../state/rows';
import { emitUserUpdated, emitWebhook } from '../webhooks/emit';
import type { World } from '../world';
import { activateWaitingRoutines, suspendRoutines } from './routines';

/** Stores a new intent, pending, and plans the decision. */
export function createIntent(world: World, profile: Profile, outcome: UserStatus): IntentRow {
  const nowMs = world.clock.now();
  const intent = world.store.intents.put({
    ...profile,
    id: world.random.hex(32),
    status: 'pending',
    outcome,
    userId: null,
    createdMs: nowMs,
    history: [{ status: 'pending', atMs: nowMs }],
  });
  world.scheduler.plan('decide_intent', intent.id, world.pace.identityReviewMs);
  return intent;
}

/** The identity check is through. By then the person may already be a user, who gets the result. */
export function decideIntent(world: World, intentId: string): void {
  const intent = world.store.intents.get(intentId);
  if (intent === undefined) return;
  if (intent.status === 'pending') setIntentStatus(world, intent, intent.outcome);
  if (intent.userId !== null) setUserStatus(world, intent.userId, intent.outcome, ['pending']);
}

function setIntentStatus(world: World, intent: IntentRow, status: IntentRow['status']): void {
  const history = [...intent.history, { status, atMs: world.clock.now() }];
  world.store.intents.put({ ...intent, status, history });
  emitWebhook(world, {
    type: 'user_intent_updated',
    // Astra's own sample carries the intent's id in both places.
    userId: intent.id,
    resourceId: intent.id,
    metadata: intent.metadata,
  });
}

/**
 * The user that a proven phone number leads to: the one it already belongs to, else a new one made
 * of the intent, whatever the identity check said so far.
 */
export function userForPhone(world: World, phone: string, intent?: IntentRow): UserRow | undefined {
  const existing = world.store.users.latest('phone', phone);
  if (existing !== undefined || intent === undefined) return existing;
  if (intent.status === 'converted_to_user') return world.store.users.get(intent.userId ?? '');
  const nowMs = world.clock.now();
  const { outcome: _outcome, userId: _userId, ...profile } = intent;
  const user = world.store.users.put({
    ...profile,
    id: world.random.hex(32),
    status: intent.status,
    documentUnderReview: false,
    authorized: false,
    createdMs: nowMs,
    history: [{ status: intent.status, atMs: nowMs }],
  });
  setIntentStatus(world, { ...intent, userId: user.id }, 'converted_to_user');
  return user;
}

/** Changes a user's status, if it is one of `from`, with everything that follows from it. */
export function setUserStatus(
  world: World,
  userId: string,
  status: UserStatus,
  from: readonly UserStatus[],
): void {
  const user = world.store.users.get(userId);
  if (user === undefined || user.status === status || !from.includes(user.status)) return;
  const history = [...user.history, { status, atMs: world.clock.now() }];
  const changed = { ...user, status, history, documentUnderReview: false };
  world.store.users.put(changed);
  emitUserUpdated(world, changed);
  if (status === 'approved') activateWaitingRoutines(world, userId);
  if (status === 'suspended') suspendRoutines(world, userId);
}

/** A photo id was handed in: the status stays `document` until somebody has looked at it. */
export function submitDocument(world: World, user: UserRow): void {
  if (user.documentUnderReview) return;
  world.store.users.put({ ...user, documentUnderReview: true });
  world.scheduler.plan('decide_document', user.id, world.pace.identityReviewMs);
}
