import { assumptions, type operations } from '../contract';
import { userForBusiness } from '../engine/businesses';
import { userForPhone } from '../engine/identity';
import { createSessionToken as createToken, takeSessionToken } from '../engine/session-tokens';
import { issueTokens } from '../engine/tokens';
import type { UserRow } from '../state/rows';
import type { SessionTokenRow } from '../state/rows-people';
import type { World } from '../world';
import type { Endpoint } from './endpoint';
import { oauthRefusal } from './read-form';
import { invalidFields } from './validate';

type PartnerIdentity = typeof operations.partnerIdentity;

/** `POST /v1/partner/identity/verification` */
export const createSessionToken: Endpoint<PartnerIdentity['createSessionToken']> = (input) => {
  const { world, body } = input;
  const { intents, users, businessProfiles } = world.store;
  const subjects = [
    ['user_intent_id', body.user_intent_id, intents],
    ['user_id', body.user_id, users],
    ['business_profile_id', body.business_profile_id, businessProfiles],
  ] as const;
  for (const [field, id, rows] of subjects) {
    if (id !== undefined && rows.get(id) === undefined) {
      throw invalidFields({ [field]: ['Nothing has this id.'] });
    }
  }
  const token = createToken(world, {
    intentId: body.user_intent_id ?? null,
    userId: body.user_id ?? null,
    businessProfileId: body.business_profile_id ?? null,
  });
  return { token: token.id };
};

/** `POST /v1/partner/identity/token`: authorizes without any page. */
export const authorizeByApi: Endpoint<PartnerIdentity['authorize']> = ({ world, body }) => {
  const token = takeSessionToken(world, body.token);
  if (token === undefined) throw invalidGrant('The token is unknown, used or older than a minute.');
  const user = userOf(world, token);
  if (user === undefined) throw invalidGrant('The token names nobody.');
  if (user.status !== 'approved' && user.status !== 'pending') {
    throw invalidGrant(`A user in status ${user.status} cannot be authorized this way.`);
  }
  world.store.users.put({ ...user, authorized: true });
  return issueTokens(world, user.id);
};

/** Whom a session token vouches for; an intent or a business becomes a user by it. */
function userOf(world: World, token: SessionTokenRow): UserRow | undefined {
  const { intents, users, businessProfiles } = world.store;
  const profile = businessProfiles.get(token.businessProfileId ?? '');
  if (profile !== undefined) return userForBusiness(world, profile);
  const intent = intents.get(token.intentId ?? '');
  return intent === undefined
    ? users.get(token.userId ?? '')
    : userForPhone(world, intent.phone, intent);
}

function invalidGrant(description: string) {
  return oauthRefusal(assumptions.tokenErrors.invalidGrant, description);
}
