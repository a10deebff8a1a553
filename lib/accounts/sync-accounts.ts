import 'server-only';
import type { AstraAccount } from '@/lib/astra';
import { databaseTime } from '@/lib/db/database-time';
import { db, type Transaction } from '@/lib/db/prisma';
import { enqueueSync } from '@/lib/jobs/enqueue-sync';
import { isAsListed } from '@/lib/lists/is-as-listed';
import { recordListRead } from '@/lib/lists/list-reads';
import { mostPages } from '@/lib/lists/most-pages';
import { notifyUser } from '@/lib/live/notify';
import { astra } from '@/lib/partner/astra';
import { withAccessToken } from '@/lib/tokens/with-access-token';
import { accountColumns } from './store-account';

/**
 * Reads all of a person's accounts at Astra. No event tells of accounts, so this is how we learn of
 * them: after a visit to Astra's pages, and when a page here is opened that has not looked lately.
 *
 * New accounts are written at once. One that the list shows otherwise than we know it, or not at
 * all, gets a look of its own: lists may lag behind what was just made.
 */
export async function syncAccounts(userId: string): Promise<void> {
  await recordListRead(userId, 'accounts', async () => {
    const seenAt = await databaseTime();
    const accounts = await withAccessToken(userId, async (accessToken) => {
      const found: AstraAccount[] = [];
      const list = astra().accounts.list({ accessToken });
      for await (const account of list.entries({ mostPages })) found.push(account);
      return found;
    });
    const { astraUserId } = await db().astraConnection.findUniqueOrThrow({ where: { userId } });
    await db().$transaction((tx) => writeList(tx, { userId, astraUserId, accounts, seenAt }));
  });
}

type List = {
  userId: string;
  astraUserId: string;
  accounts: readonly AstraAccount[];
  seenAt: Date;
};

async function writeList(tx: Transaction, list: List): Promise<void> {
  const { userId, astraUserId, accounts, seenAt } = list;
  const shown = accounts.map(accountColumns);
  const { count } = await tx.account.createMany({
    data: shown.map((columns) => ({ userId, ...columns, seenAt })),
    skipDuplicates: true,
  });
  if (count > 0) await notifyUser(tx, userId);
  const listed = new Map(shown.map((columns) => [columns.astraId, columns]));
  for (const known of await tx.account.findMany({ where: { userId } })) {
    const columns = listed.get(known.astraId);
    const isRemoved = known.removedAt !== null;
    if (columns ? !isRemoved && isAsListed(columns, known) : isRemoved) continue;
    await enqueueSync(tx, { resource: 'account', resourceId: known.astraId, astraUserId });
  }
}
