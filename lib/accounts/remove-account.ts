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
 * @throws UserFacingError when the account is still linked, or nobody can tell yet.
 */
export async function removeAccount(userId: string, accountId: string): Promise<void> {
  const account = await findAccount(userId, accountId);
  if (!account) throw new UserFacingError('This account is not one of yours.');
  if (account.removedAt) return;
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
    await requireGone(account, error);
    return;
  }
  const confirmedAt = await databaseTime();
  await db().$transaction((tx) => markAccountRemoved(tx, userId, account.astraId, confirmedAt));
}

/** @throws UserFacingError unless the account turns out to be gone. */
async function requireGone(account: Account, error: AstraError): Promise<void> {
  const isRefused = !error.outcomeUnknown && !(error instanceof AstraNotFoundError);
  if (isRefused) throw new UserFacingError(explainRefusal(error));
  const isGone = await look(account);
  if (isGone === null) {
    throw new UserFacingError(
      'It is not certain yet whether the account was removed. We are asking Astra, and this page will show it.',
    );
  }
  if (!isGone) {
    throw new UserFacingError(
      'Astra did not remove this account: it is still linked. Please try again in a minute.',
    );
  }
}

/** @returns whether the account is gone; null when Astra does not tell now, and is asked again. */
async function look({ userId, astraId }: Account): Promise<boolean | null> {
  try {
    const write = await handleAccount({ resourceId: astraId, userId });
    await db().$transaction(write);
  } catch (error) {
    if (!(error instanceof AstraError || error instanceof NeedsAuthorizationError)) throw error;
    const { astraUserId } = await db().astraConnection.findUniqueOrThrow({ where: { userId } });
    await db().$transaction((tx) =>
      enqueueSync(tx, { resource: 'account', resourceId: astraId, astraUserId }),
    );
    return null;
  }
  return (await db().account.count({ where: { userId, astraId, removedAt: null } })) === 0;
}

function explainRefusal({ kind, description }: AstraError): string {
  if (kind === 'connection' || kind === 'rate_limit') {
    return 'Astra could not be reached. The account is still linked; please try again in a minute.';
  }
  const said = description ? `: ${description.replace(/\.?$/, '.')}` : '.';
  return `Astra did not remove this account${said} It is still linked.`;
}
