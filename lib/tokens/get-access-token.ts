import 'server-only';
import { databaseTime } from '@/lib/db/database-time';
import { db } from '@/lib/db/prisma';
import { NeedsAuthorizationError } from './errors';
import { openAccessToken } from './open-access-token';
import { refreshTokens } from './refresh-tokens';

/** An access token and the number of its pair, by which a newer one is recognised. */
export type AccessToken = { accessToken: string; version: number };

/** A token that ends sooner is replaced first, so that no call is cut off half-way. */
const leastLifeMs = 60_000;

/**
 * A valid access token for this person, refreshed when it is about to end.
 *
 * @param newerThan refuses the pair with this number: Astra has just said that it is no good.
 * @throws NeedsAuthorizationError when the person has to authorize us first, or again.
 */
export async function getAccessToken(
  userId: string,
  newerThan: number | null = null,
): Promise<AccessToken> {
  const [connection, now] = await Promise.all([
    db().astraConnection.findUnique({ where: { userId } }),
    databaseTime(),
  ]);
  const accessTokenSealed = connection?.accessTokenSealed;
  if (connection?.status !== 'active' || !accessTokenSealed) throw new NeedsAuthorizationError();
  const endsAt = connection.accessExpiresAt?.getTime() ?? 0;
  const isFresh = endsAt - now.getTime() > leastLifeMs && connection.tokenVersion !== newerThan;
  if (!isFresh) return refreshTokens(userId, connection.tokenVersion);
  return openAccessToken({ ...connection, accessTokenSealed });
}
