import type { z } from 'zod';
import type { createBusinessProfileRequest } from '../contract';
import type { Profile, UserRow } from '../state/rows';
import type { BusinessProfileRow } from '../state/rows-people';
import { emitUserUpdated } from '../webhooks/emit';
import type { World } from '../world';
import { setUserStatus } from './identity';

type Posted = z.output<typeof createBusinessProfileRequest>;

/** Stores what is told about a business, in place of what was told `before`. */
export function keepBusinessProfile(
  world: World,
  posted: Posted,
  before?: BusinessProfileRow,
): BusinessProfileRow {
  return world.store.businessProfiles.put({
    id: before?.id ?? world.random.hex(32),
    phone: posted.phone,
    posted,
    businessName: posted.business_info.business_name,
    kybType: posted.kyb_type ?? before?.kybType ?? 'verified',
    userId: before?.userId ?? posted.user_id ?? null,
    createdMs: before?.createdMs ?? world.clock.now(),
  });
}

/**
 * The user that a business profile becomes once its person has proven the phone. People review it,
 * which takes a day or two at Astra; it is pending until then.
 */
export function userForBusiness(world: World, profile: BusinessProfileRow): UserRow {
  const known = world.store.users.get(profile.userId ?? '');
  if (known !== undefined) return known;
  const nowMs = world.clock.now();
  const user = world.store.users.put({
    ...personOf(profile),
    id: world.random.hex(32),
    status: 'pending',
    documentUnderReview: false,
    authorized: false,
    businessProfileId: profile.id,
    createdMs: nowMs,
    history: [{ status: 'pending', atMs: nowMs }],
  });
  world.store.businessProfiles.put({ ...profile, userId: user.id });
  emitUserUpdated(world, user);
  world.scheduler.plan('decide_business', user.id, world.pace.businessReviewMs);
  return user;
}

/** The review is through. A name that holds `reject` or `document` steers it. */
export function decideBusiness(world: World, userId: string): void {
  const user = world.store.users.get(userId);
  const profile = world.store.businessProfiles.get(user?.businessProfileId ?? '');
  const name = profile?.businessName.toLowerCase() ?? '';
  if (name.includes('reject')) return setUserStatus(world, userId, 'rejected', ['pending']);
  if (name.includes('document')) return setUserStatus(world, userId, 'document', ['pending']);
  setUserStatus(world, userId, 'approved', ['pending']);
}

function personOf({ posted, phone, kybType, businessName }: BusinessProfileRow): Profile {
  const text = (name: string, from: object = posted) => {
    const value: unknown = Reflect.get(from, name);
    return typeof value === 'string' ? value : '';
  };
  const info = Object(posted.business_info);
  const admin = Object(posted.business_admin);
  return {
    email: text('email') || text('email', admin),
    phone,
    firstName: text('first_name') || text('first_name', admin) || businessName,
    lastName: text('last_name') || text('last_name', admin),
    preferredFirstName: null,
    preferredLastName: null,
    preferredPronouns: null,
    address1: text('address1', info),
    address2: text('address2', info),
    city: text('city', info),
    state: text('state', info),
    postalCode: text('postal_code', info),
    kycType: kybType,
    metadata: null,
  };
}
