import 'server-only';
import { db } from '@/lib/db/prisma';
import { type PageOf, readPage } from '@/lib/lists/page-of';
import { newestFirst } from '../list/newest-first';
import type { TransferFilter } from '../list/transfer-filter';
import { receivedWhere } from './received-where';
import { type ReceivedTransfer, receivedColumns, showReceived } from './show-received';

/** The newest of what others sent this person. */
export async function listReceived(userId: string, take: number): Promise<ReceivedTransfer[]> {
  const where = await receivedWhere(userId, {});
  const orderBy = [...newestFirst];
  const rows = await db().transfer.findMany({ where, orderBy, take, select: receivedColumns });
  return showReceived(userId, rows);
}

/** One page of what others sent this person, as far as a filter leaves it, the newest first. */
export async function listReceivedPage(
  userId: string,
  filter: TransferFilter,
  page: number,
): Promise<PageOf<ReceivedTransfer>> {
  const where = await receivedWhere(userId, filter);
  return readPage(
    { page, size: 25 },
    () => db().transfer.count({ where }),
    async (range) => {
      const orderBy = [...newestFirst];
      const select = receivedColumns;
      return showReceived(
        userId,
        await db().transfer.findMany({ where, orderBy, select, ...range }),
      );
    },
  );
}
