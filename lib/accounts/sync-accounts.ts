import 'server-only';
import type { AstraAccount } from '@/lib/astra';
import { databaseTime } from '@/lib/db/database-time';
import { db, type Transaction } from '@/lib/db/prisma';
import { enqueueSyncs } from '@/lib/jobs/enqueue-sync';
import { isAsListed } from '@/lib/lists/is-as-listed';
import { recordListRead } from '@/lib/lists/list-reads';
import { mostPages } from '@/lib/lists/most-pages';
import { notifyUser } from '@/lib/live/notify';
import { astra } from '@/lib/partner/astra';
import { withAccessToken } from '@/lib/tokens/with-access-token';
import { recordFoundInList } from '@/lib/webhooks/sync/record-found-change';
import { markAddedByNumbers } from './mark-added-by-numbers';
import { accountColumns } from './store-account';
import { isNewBalance, storeBalances } from './store-balances';

/**
 * Reads all of a person's accounts at Astra. No event tells of accounts, so this is how we learn of
 * them: after a visit to Astra's pages, and when a page here is opened that has not looked lately.
 *
 * New accounts are written at once, and so are newer balances of known ones, which every account
 * gets about once a day. One that the list shows otherwise in anything else, or not at all, gets a
 * look of its own: lists may lag behind what was just made.
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
  const created = await tx.account.createManyAndReturn({
    data: shown.map((columns) => ({ userId, ...columns, seenAt })),
    skipDuplicates: true,
  });
  await recordFoundInList(
    tx,
    'account',
    created.map(({ astraId, connectionStatus: status }) => ({ astraId, status })),
  );
  await markAddedByNumbers(tx, userId, created);
  if (created.length > 0) await notifyUser(tx, userId);
  const listed = new Map(shown.map((columns) => [columns.astraId, columns]));
  const known = await tx.account.findMany({ where: { userId } });
  const others = known.filter((account) => {
    const columns = listed.get(account.astraId);
    const isRemoved = account.removedAt !== null;
    return columns ? isRemoved || !isAsListed(columns, account) : !isRemoved;
  });
  const told = others.flatMap((account) => {
    const columns = listed.get(account.astraId);
    return columns && isNewBalance(columns, account) ? [{ ...columns, id: account.id }] : [];
  });
  await storeBalances(tx, { userId, told, seenAt });
  const written = new Set(told.map(({ id }) => id));
  await enqueueSyncs(
    tx,
    others
      .filter(({ id }) => !written.has(id))
      .map(({ astraId }) => ({ resource: 'account', resourceId: astraId, astraUserId })),
  );
}
