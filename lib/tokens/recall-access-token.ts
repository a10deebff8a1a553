import 'server-only';
import { db } from '@/lib/db/prisma';
import { refreshTokens } from './refresh-tokens';

/**
 * Ends an access token that was lent (see `lend-access-token.ts`). Astra keeps only the newest one
 * valid, so getting another ends it. A pair that was replaced since is dead already: nothing is done.
 *
 * @param lent whose pair of tokens, and its number.
 * @throws as {@link refreshTokens}. The token then lives on, and the recall has to be tried again.
 */
export async function recallAccessToken(lent: { userId: string; version: number }): Promise<void> {
  const { userId, version } = lent;
  const where = { userId, tokenVersion: version, status: 'active' } as const;
  if ((await db().astraConnection.count({ where })) > 0) await refreshTokens(userId, version);
}
