import { userForBusiness } from '../engine/businesses';
import { userForPhone } from '../engine/identity';
import type { UserRow } from '../state/rows';
import type { FlowRow } from '../state/rows-flows';
import type { World } from '../world';
import { advance, moveTo } from './flow';

/**
 * The phone is proven: whoever it belongs to is known from here on. Passing this makes an intent's
 * person a user of Astra. Somebody new is asked who they are.
 *
 * @param phone `+1` and ten digits
 */
export function enter(world: World, flow: FlowRow, phone: string): FlowRow {
  const proven = { ...flow, sms: null, provenPhone: phone };
  const user = userOf(world, proven, phone);
  if (user !== undefined) return advance(world, { ...proven, personId: user.id });
  if (flow.kind !== 'authorize') return moveTo(world, proven, 'unknown');
  const isBusiness = flow.isBusiness || flow.businessProfileId !== undefined;
  return moveTo(world, proven, isBusiness ? 'business' : 'profile');
}

function userOf(world: World, flow: FlowRow, phone: string): UserRow | undefined {
  const { users, businessProfiles, intents } = world.store;
  const profile = businessProfiles.get(flow.businessProfileId ?? '');
  // Whom the partner vouches for has given it everything already, and only authorizes.
  if (profile !== undefined && flow.isVouchedFor) return userForBusiness(world, profile);
  if (profile !== undefined) return users.get(profile.userId ?? '');
  return (
    users.get(flow.userId ?? '') ?? userForPhone(world, phone, intents.get(flow.intentId ?? ''))
  );
}
