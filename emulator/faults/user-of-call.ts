import { tokenOf } from '../api/authenticate';
import type { Request } from '../server/messages';
import type { World } from '../world';

/**
 * Whom a call is about: the person whose token it carries, good or just expired. A call with the
 * partner's keys is about whoever it names by a code, a token or an id; null when it names nobody.
 */
export function userOfCall(world: World, request: Request): string | null {
  const { codes, refreshTokens, sessionTokens } = world.store;
  const { form } = request;
  const known =
    tokenOf(world, request) ??
    refreshTokens.get(form.text('refresh_token')) ??
    codes.get(form.text('code'));
  if (known !== undefined) return known.userId;
  const session = sessionTokens.get(form.text('token'));
  if (session !== undefined) {
    const { userId, intentId, businessProfileId } = session;
    return userId ?? firstKnown(world, [intentId, businessProfileId]);
  }
  return firstKnown(world, [...Object.values(request.params), ...idsIn(request)]);
}

/** The first of these ids that is a person's, or of an intent or a business that became one. */
function firstKnown({ store }: World, ids: readonly unknown[]): string | null {
  for (const id of ids) {
    if (typeof id !== 'string') continue;
    const userId =
      store.users.get(id)?.id ??
      store.intents.get(id)?.userId ??
      store.businessProfiles.get(id)?.userId;
    if (userId !== undefined && userId !== null) return userId;
  }
  return null;
}

/** What a JSON body names. */
function idsIn({ body }: Request): unknown[] {
  const fields = ['user_id', 'user_intent_id', 'business_profile_id'] as const;
  try {
    const value: unknown = JSON.parse(body.toString('utf8'));
    if (typeof value !== 'object' || value === null) return [];
    return fields.map((field): unknown => Reflect.get(value, field));
  } catch {
    return [];
  }
}
