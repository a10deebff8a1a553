import 'server-only';
import { NeedsAuthorizationError } from './errors';
import type { AccessToken } from './get-access-token';
import { reportUnreadableToken } from './report-unreadable-token';
import { requireAuthorization } from './require-authorization';
import { openToken } from './sealed-tokens';
import { UnreadableSecretError } from './vault';

/**
 * Opens the access token of a connection as it was read.
 *
 * @throws NeedsAuthorizationError when it is damaged. No later attempt would succeed, so the person
 * is asked to connect again.
 * @throws MissingSealingKeyError when its key is not here; the person stays connected.
 */
export async function openAccessToken(connection: {
  userId: string;
  tokenVersion: number;
  accessTokenSealed: string;
}): Promise<AccessToken> {
  const { userId, tokenVersion, accessTokenSealed } = connection;
  try {
    const accessToken = openToken(accessTokenSealed, userId, 'access_token');
    return { accessToken, version: tokenVersion };
  } catch (error) {
    if (!(error instanceof UnreadableSecretError)) throw error;
    reportUnreadableToken(userId, 'access_token');
    await requireAuthorization({ userId, tokenVersion });
    throw new NeedsAuthorizationError();
  }
}
