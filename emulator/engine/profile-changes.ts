import { assumptions } from '../contract';
import { changesWithin } from '../rules/change-limits';
import type { UserRow } from '../state/rows';
import type { PhoneChangeRow, ProfileChangeRow } from '../state/rows-people';
import { emitUserUpdated } from '../webhooks/emit';
import type { World } from '../world';

const { addressPerDays, emailPerDays, phonePerDays } = assumptions.changeLimits;

/** Whether Astra takes another wish for a phone number now. */
export function mayRequestPhoneChange({ store, clock }: World, user: UserRow): boolean {
  const recent = store.phoneChanges.newest('user', user.id, phonePerDays.changes);
  return changesWithin(recent, phonePerDays.days, clock.now()) < phonePerDays.changes;
}

/** Takes a wish for another number; it is decided a little later. */
export function requestPhoneChange(world: World, user: UserRow, phone: string): PhoneChangeRow {
  const { store, random, clock, scheduler, pace } = world;
  const nowMs = clock.now();
  const change = store.phoneChanges.put({
    id: random.uuid(),
    userId: user.id,
    currentPhone: user.phone,
    proposedPhone: phone,
    status: 'pending',
    createdMs: nowMs,
    updatedMs: nowMs,
  });
  scheduler.plan('decide_phone_change', change.id, pace.identityReviewMs);
  return change;
}

/** The number becomes the user's unless it is somebody else's. The intent keeps its old one. */
export function decidePhoneChange(world: World, changeId: string): void {
  const { store, clock } = world;
  const change = store.phoneChanges.get(changeId);
  const user = store.users.get(change?.userId ?? '');
  if (change?.status !== 'pending' || user === undefined) return;
  const isTaken = store.users.latest('phone', change.proposedPhone) !== undefined;
  const status = isTaken ? 'rejected' : 'approved';
  store.phoneChanges.put({ ...change, status, updatedMs: clock.now() });
  if (isTaken) return;
  const changed = store.users.put({ ...user, phone: change.proposedPhone });
  emitUserUpdated(world, changed);
}

/** Whether the address may change once more now. */
export function mayChangeAddress(world: World, user: UserRow): boolean {
  return recentChanges(world, user, 'address', addressPerDays.days) < addressPerDays.changes;
}

/** Changes the parts of the address that are given. */
export function changeAddress(
  world: World,
  user: UserRow,
  parts: Partial<Pick<UserRow, 'address1' | 'address2' | 'city' | 'state' | 'postalCode'>>,
): void {
  world.store.users.put({ ...user, ...parts });
  recordChange(world, user, 'address');
}

/** Changes the e-mail address; one change too many within a year lowers what the person may do. */
export function changeEmail(world: World, user: UserRow, email: string): UserRow {
  const before = recentChanges(world, user, 'email', emailPerDays.days);
  const capabilitiesLowered = user.capabilitiesLowered || before >= emailPerDays.changes;
  const changed = world.store.users.put({ ...user, email, capabilitiesLowered });
  recordChange(world, user, 'email');
  emitUserUpdated(world, changed);
  return changed;
}

/** Gives a person the least that there is, or everything again, whatever they changed before. */
export function setCapabilitiesLowered(
  world: World,
  user: UserRow,
  capabilitiesLowered: boolean,
): void {
  emitUserUpdated(world, world.store.users.put({ ...user, capabilitiesLowered }));
}

function recentChanges(
  { store, clock }: World,
  user: UserRow,
  kind: ProfileChangeRow['kind'],
  days: number,
): number {
  // No limit is above three, so a handful of the newest decides.
  const newest = store.profileChanges.newest('userAndKind', `${user.id} ${kind}`, 3);
  return changesWithin(newest, days, clock.now());
}

function recordChange(
  { store, random, clock }: World,
  user: UserRow,
  kind: ProfileChangeRow['kind'],
): void {
  store.profileChanges.put({ id: random.uuid(), userId: user.id, kind, createdMs: clock.now() });
}
