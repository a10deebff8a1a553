import { Problem } from '../server/problem';
import type { World } from '../world';
import type { Link } from './flow';
import { TokenProblem } from './token-problem';

/** @throws Problem 400 for a link that names what does not exist, or what does not belong together */
export function checkLink(world: World, link: Link): void {
  const { intents, users, businessProfiles, accounts, cards } = world.store;
  const named = [
    ['user_intent_id', 'user intent', link.intentId, intents],
    ['user_id', 'user', link.userId, users],
    ['business_profile_id', 'business profile', link.businessProfileId, businessProfiles],
    ['account_id', 'account', link.accountId, accounts],
    ['card_id', 'card', link.cardId, cards],
  ] as const;
  for (const [parameter, what, id, rows] of named) {
    if (id !== undefined && id !== null && rows.get(id) === undefined) {
      throw new Problem(400, `Invalid ${parameter}: no such ${what} exists.`);
    }
  }
  const known = expectedPhone(world, link);
  if (link.phone !== null && known !== undefined && known !== `+1${link.phone}`) {
    throw new TokenProblem(
      'The phone number in the link is not the one of the person in the link.',
    );
  }
  const person = users.get(link.userId ?? '') ?? intents.get(link.intentId ?? '');
  const isOther = person?.email.toLowerCase() !== link.email?.toLowerCase();
  if (link.email !== undefined && person !== undefined && isOther) {
    throw new Problem(400, 'Invalid email: it is not the one of the person in the link.');
  }
}

/** The number on file for whom the link names: `+1` and ten digits. */
export function expectedPhone(
  { store }: World,
  link: Pick<Link, 'userId' | 'intentId' | 'businessProfileId'>,
): string | undefined {
  const user = store.users.get(link.userId ?? '');
  const profile = store.businessProfiles.get(link.businessProfileId ?? '');
  return user?.phone ?? store.intents.get(link.intentId ?? '')?.phone ?? profile?.phone;
}
