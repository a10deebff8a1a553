import { markAccountRemoved, storeAccount } from '@/lib/accounts/store-account';
import { AstraNotFoundError } from '@/lib/astra';
import { databaseTime } from '@/lib/db/database-time';
import { db } from '@/lib/db/prisma';
import { isPastListLag } from '@/lib/lists/is-past-list-lag';
import { astra } from '@/lib/partner/astra';
import { withAccessToken } from '@/lib/tokens/with-access-token';
import type { Handler } from './handler';

/** No event tells of accounts; lists that show one otherwise than we know it ask for this look. */
export const handleAccount: Handler = async ({ resourceId, userId }) => {
  const at = await databaseTime();
  try {
    const account = await withAccessToken(userId, (accessToken) =>
      astra().accounts.get({ accessToken, id: resourceId }),
    );
    return (tx) => storeAccount(tx, userId, account, { at });
  } catch (error) {
    if (!(error instanceof AstraNotFoundError)) throw error;
    const known = await db().account.findFirst({ where: { userId, astraId: resourceId } });
    if (!known || !(await isPastListLag(known.createdAt))) throw error;
    return (tx) => markAccountRemoved(tx, userId, resourceId, at);
  }
};
