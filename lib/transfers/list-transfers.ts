import 'server-only';
import { db } from '@/lib/db/prisma';
import { type PageOf, readPage } from '@/lib/lists/page-of';
import { newestFirst } from './newest-first';
import type { TransferFilter } from './transfer-filter';
import { transfersWhere } from './transfers-where';

/** What a list shows of a transfer besides itself: whether it had arrived, and is disputed. */
const standing = {
  history: { where: { status: 'processed' }, select: { status: true } },
  chargebacks: { select: { disputeStatus: true, actionStatus: true } },
} as const;

/** This person's newest transfers. */
export async function listTransfers(userId: string, take = 50) {
  return db().transfer.findMany({
    where: { userId },
    orderBy: [...newestFirst],
    include: standing,
    take,
  });
}

/** The newest transfers that one of this person's routines has made. */
export async function listTransfersOf(userId: string, routineAstraId: string, take = 10) {
  return db().transfer.findMany({
    where: { userId, routineAstraId },
    orderBy: [...newestFirst],
    include: standing,
    take,
  });
}

export type ListedTransfer = Awaited<ReturnType<typeof listTransfers>>[number];

/** One page of this person's transfers, as far as a filter leaves them, the newest first. */
export function listTransferPage(
  userId: string,
  filter: TransferFilter,
  page: number,
): Promise<PageOf<ListedTransfer>> {
  const where = transfersWhere(userId, filter);
  return readPage(
    { page, size: 25 },
    () => db().transfer.count({ where }),
    (range) =>
      db().transfer.findMany({
        where,
        orderBy: [...newestFirst],
        include: standing,
        ...range,
      }),
  );
}
