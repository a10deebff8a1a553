import 'server-only';
import { db } from '@/lib/db/prisma';
import { UserFacingError } from '@/lib/http/user-facing-error';
import { enqueueSync } from '@/lib/jobs/enqueue-sync';
import { findAccount } from './find-account';

/**
 * Has one of a person's accounts looked at, at Astra. Open pages change by themselves when the
 * answer is there.
 *
 * @returns when what is known now was written down.
 * @throws UserFacingError when the account is gone, or we may not ask on this person's behalf.
 */
export async function checkAccount(
  userId: string,
  accountId: string,
): Promise<{ knownSince: Date }> {
  const account = await findAccount(userId, accountId);
  if (!account || account.removedAt) throw new UserFacingError('This account is no longer linked.');
  const connection = await db().astraConnection.findUnique({ where: { userId } });
  if (connection?.status !== 'active') {
    throw new UserFacingError('Please connect to Astra again, then come back to this.');
  }
  const { astraUserId } = connection;
  await db().$transaction((tx) =>
    enqueueSync(tx, { resource: 'account', resourceId: account.astraId, astraUserId }),
  );
  return { knownSince: account.updatedAt };
}
