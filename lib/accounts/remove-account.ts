import 'server-only';
import { AstraError, AstraNotFoundError } from '@/lib/astra';
import { databaseTime } from '@/lib/db/database-time';
import type { Account } from '@/lib/db/generated/client';
import { db } from '@/lib/db/prisma';
import { UserFacingError } from '@/lib/http/user-facing-error';
import { enqueueSync } from '@/lib/jobs/enqueue-sync';
import { log } from '@/lib/log/logger';
import { astra } from '@/lib/partner/astra';
import { NeedsAuthorizationError } from '@/lib/tokens/errors';
import { withAccessToken } from '@/lib/tokens/with-access-token';
import { handleAccount } from '@/lib/webhooks/handlers/account';
import { findAccount } from './find-account';
import { markAccountRemoved } from './store-account';

/**
 * Removes one of a person's accounts at Astra and here. Astra documents no condition for it: what
 * still depends on the account (`find-dependents.ts`) is for the person to weigh.
 *
 * Removing twice is removing once. When Astra's answer does not tell how it went, Astra is asked
 * for the account, and what it shows is what counts.
 *
 * @returns when nobody can tell yet what became of it: since when it is known as it is. Open pages
 * change by themselves when there is a newer look at it.
 * @throws UserFacingError when the account is still linked.
 */
export async function removeAccount(
  userId: string,
  accountId: string,
): Promise<'removed' | { knownSince: Date }> {
  const account = await findAccount(userId, accountId);
  if (!account) throw new UserFacingError('This account is not one of yours.');
  if (account.removedAt) return 'removed';
  try {
    // A DELETE by id may be sent again with a newer token: it leaves Astra as one call would.
    await withAccessToken(userId, (accessToken) =>
      astra().accounts.delete({ accessToken, id: account.astraId }),
    );
  } catch (error) {
    if (error instanceof NeedsAuthorizationError) {
      throw new UserFacingError('Please connect to Astra again, then come back to this.');
    }
    if (!(error instanceof AstraError)) throw error;
    log().warn({ accountId, err: error }, 'an account was not removed at once');
    return requireGone(account, error);
  }
  const confirmedAt = await databaseTime();
  await db().$transaction((tx) => markAccountRemoved(tx, userId, account.astraId, confirmedAt));
  return 'removed';
}

/** @throws UserFacingError when the account turns out to be there. */
async function requireGone(
  account: Account,
  error: AstraError,
): Promise<'removed' | { knownSince: Date }> {
  const isRefused = !error.outcomeUnknown && !(error instanceof AstraNotFoundError);
  if (isRefused) throw new UserFacingError(explainRefusal(error));
  const found = await look(account);
  if (found === 'linked') {
    throw new UserFacingError(
      'Astra did not remove this account: it is still linked. Please try again in a minute.',
    );
  }
  return found;
}

/** @returns what became of the account, or since when it is known when Astra has to be asked again. */
async function look({
  userId,
  astraId,
}: Account): Promise<'removed' | 'linked' | { knownSince: Date }> {
  try {
    const write = await handleAccount({ resourceId: astraId, userId });
    await db().$transaction(write);
  } catch (error) {
    if (!(error instanceof AstraError || error instanceof NeedsAuthorizationError)) throw error;
    const { astraUserId } = await db().astraConnection.findUniqueOrThrow({ where: { userId } });
    return db().$transaction(async (tx) => {
      // Read before the worker is asked, so that its look is newer for certain.
      const { updatedAt } = await tx.account.findUniqueOrThrow({ where: { userId, astraId } });
      await enqueueSync(tx, { resource: 'account', resourceId: astraId, astraUserId });
      return { knownSince: updatedAt };
    });
  }
  const isLinked = await db().account.count({ where: { userId, astraId, removedAt: null } });
  return isLinked ? 'linked' : 'removed';
}

function explainRefusal({ kind, description }: AstraError): string {
  if (kind === 'connection' || kind === 'rate_limit') {
    return 'Astra could not be reached. The account is still linked; please try again in a minute.';
  }
  const said = description ? `: ${description.replace(/\.?$/, '.')}` : '.';
  return `Astra did not remove this account${said} It is still linked.`;
}
