import { takeSessionToken } from '../engine/session-tokens';
import type { World } from '../world';
import { expectedPhone } from './check-link';
import type { Link } from './flow';
import { TokenProblem } from './token-problem';

type Named = Pick<Link, 'intentId' | 'userId'> & { readonly businessProfileId?: string | null };

/**
 * Uses up the session token of a link: the partner has proven whose phone it is, so no code is sent.
 *
 * @throws TokenProblem for a token that is worth nothing, or that names somebody else than the link
 */
export function vouchFor(world: World, link: Link, token: string | undefined): Link {
  if (token === undefined) return link;
  const session = takeSessionToken(world, token);
  if (session === undefined) {
    throw new TokenProblem(
      'The session token of this link is unknown, used or older than a minute.',
    );
  }
  const businessProfileId = session.businessProfileId ?? link.businessProfileId;
  const provenPhone = expectedPhone(world, {
    ...session,
    businessProfileId: session.businessProfileId ?? '',
  });
  if (provenPhone === undefined || !namesTheSame(world, link, session)) {
    throw new TokenProblem('The session token of this link is somebody else’s.');
  }
  return {
    ...link,
    intentId: session.intentId ?? link.intentId,
    userId: session.userId ?? link.userId,
    ...(businessProfileId !== undefined && { businessProfileId }),
    provenPhone,
    isVouchedFor: true,
  };
}

/** Whether all that the link names is one person or business, the one of the session. */
function namesTheSame(world: World, link: Link, session: Named): boolean {
  const vouched = idsOf(world, session);
  const named: Named[] = [
    { intentId: link.intentId, userId: null },
    { intentId: null, userId: link.userId },
    { intentId: null, userId: null, businessProfileId: link.businessProfileId ?? null },
  ];
  return named.every((one) => {
    const ids = idsOf(world, one);
    return ids.length === 0 || ids.some((id) => vouched.includes(id));
  });
}

/** What stands for the same somebody: the id before they were a user, and the user's. */
function idsOf({ store }: World, named: Named): string[] {
  const intent = store.intents.get(named.intentId ?? '');
  const profile = store.businessProfiles.get(named.businessProfileId ?? '');
  const ids = [named.intentId, intent?.userId, named.userId, profile?.id, profile?.userId];
  return ids.filter((id) => id !== null && id !== undefined);
}
