import 'server-only';
import type { TokenPair } from '@/lib/astra';
import { assumptions } from '@/lib/astra/contract';
import { sealToken } from './sealed-tokens';

/**
 * A fresh pair of tokens as the columns that hold it.
 *
 * @param receivedAt database time just before Astra was asked, so that an expiry is never late.
 */
export function tokenColumns(userId: string, pair: TokenPair, receivedAt: Date) {
  return {
    accessTokenSealed: sealToken(pair.accessToken, userId, 'access_token'),
    refreshTokenSealed: sealToken(pair.refreshToken, userId, 'refresh_token'),
    accessExpiresAt: new Date(receivedAt.getTime() + pair.expiresInMs),
    refreshExpiresAt: new Date(receivedAt.getTime() + assumptions.refreshTokenLifetimeMs),
  };
}
