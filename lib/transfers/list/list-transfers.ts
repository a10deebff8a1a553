import 'server-only';
import type { Prisma } from '@/lib/db/generated/client';
import { db } from '@/lib/db/prisma';
import { type PageOf, readPage } from '@/lib/lists/page-of';
import { type EndLabels, labelEnds } from '../label-ends';
import { newestFirst } from './newest-first';
import type { TransferFilter } from './transfer-filter';
import { transfersWhere } from './transfers-where';

/** What a list shows of a transfer besides itself: whether it had arrived, and is disputed. */
const standing = {
  history: { where: { status: 'processed' }, select: { status: true } },
  chargebacks: { select: { disputeStatus: true, actionStatus: true } },
} as const;

/** A transfer with what a list shows of it: how it stands, and what its ends are called. */
export type ListedTransfer = Prisma.TransferGetPayload<{ include: typeof standing }> & {
  ends: EndLabels;
};

/** This person's newest transfers. */
export function listTransfers(userId: string, take = 50): Promise<ListedTransfer[]> {
  return readListed(userId, { where: { userId }, take });
}

/** The newest transfers that one of this person's routines has made. */
export function listTransfersOf(
  userId: string,
  routineAstraId: string,
  take = 10,
): Promise<ListedTransfer[]> {
  return readListed(userId, { where: { userId, routineAstraId }, take });
}

/** One page of this person's transfers, as far as a filter leaves them, the newest first. */
export async function listTransferPage(
  userId: string,
  filter: TransferFilter,
  page: number,
): Promise<PageOf<ListedTransfer>> {
  const where = await transfersWhere(userId, filter);
  return readPage(
    { page, size: 25 },
    () => db().transfer.count({ where }),
    (range) => readListed(userId, { where, ...range }),
  );
}

type Reading = { where: Prisma.TransferWhereInput; skip?: number; take: number };

async function readListed(userId: string, reading: Reading): Promise<ListedTransfer[]> {
  const transfers = await db().transfer.findMany({
    ...reading,
    orderBy: [...newestFirst],
    include: standing,
  });
  const endsOf = await labelEnds(userId, transfers);
  return transfers.map((transfer) => ({ ...transfer, ends: endsOf(transfer) }));
}
