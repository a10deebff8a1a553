import 'server-only';
import { db } from '@/lib/db/prisma';
import { log } from '@/lib/log/logger';
import { NeedsAuthorizationError } from './errors';
import { refreshTokens } from './refresh-tokens';

/**
 * Ends an access token that was lent (see `lend-access-token.ts`). Astra keeps only the newest one
 * valid, so getting another ends it. A pair that was replaced since is dead already: nothing is done.
 *
 * It is tried whatever has become of the person's authorization meanwhile. When Astra refuses the
 * refresh there is no way left: the token lives until its own end.
 *
 * @param lent whose pair of tokens, and its number.
 * @throws when Astra could not be asked. The recall has to be tried again.
 */
export async function recallAccessToken(lent: { userId: string; version: number }): Promise<void> {
  const { userId, version } = lent;
  const where = { userId, tokenVersion: version };
  if ((await db().astraConnection.count({ where })) === 0) return;
  try {
    await refreshTokens(userId, version, { evenUnauthorized: true });
  } catch (error) {
    if (!(error instanceof NeedsAuthorizationError)) throw error;
    log().warn(
      { userId },
      'a lent token could not be recalled, because its pair can’t be refreshed',
    );
  }
}
