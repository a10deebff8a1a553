import 'server-only';
import type { ConnectionStatus } from '@/lib/db/generated/client';
import { prepared } from '@/lib/db/prepared';
import { db } from '@/lib/db/prisma';
import { NeedsAuthorizationError } from './errors';
import { openAccessToken } from './open-access-token';
import { refreshTokens } from './refresh-tokens';

/** An access token and the number of its pair, by which a newer one is recognised. */
export type AccessToken = { accessToken: string; version: number };

/** A token that ends sooner is replaced first, so that no call is cut off half-way. */
const leastLifeSeconds = 60;

type Connection = {
  status: ConnectionStatus;
  accessTokenSealed: string | null;
  tokenVersion: number;
  livesLongEnough: boolean;
};

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
  // One journey to the database, because every look at Astra begins with it.
  const [connection] = await db().$queryRaw<Connection[]>`${prepared}
    SELECT status::text, access_token_sealed AS "accessTokenSealed", token_version AS "tokenVersion",
      coalesce(access_expires_at > clock_timestamp() + make_interval(secs => ${leastLifeSeconds}::int),
        false) AS "livesLongEnough"
    FROM astra_connections WHERE user_id = ${userId}::uuid`;
  const accessTokenSealed = connection?.accessTokenSealed;
  if (connection?.status !== 'active' || !accessTokenSealed) throw new NeedsAuthorizationError();
  const { tokenVersion, livesLongEnough } = connection;
  if (!livesLongEnough || tokenVersion === newerThan) return refreshTokens(userId, tokenVersion);
  return openAccessToken({ userId, tokenVersion, accessTokenSealed });
}
