import 'server-only';
import { z } from 'zod';
import { db } from '@/lib/db/prisma';
import { receivedWhere } from './received-where';
import { type ReceivedTransfer, receivedColumns, showReceived } from './show-received';

/** One transfer of somebody else's to this person, or null. */
export async function findReceived(
  userId: string,
  transferId: string,
): Promise<ReceivedTransfer | null> {
  if (!z.uuid().safeParse(transferId).success) return null;
  const row = await db().transfer.findFirst({
    where: { AND: [await receivedWhere(userId, {}), { id: transferId }] },
    select: receivedColumns,
  });
  const [received] = row ? await showReceived(userId, [row]) : [];
  return received ?? null;
}
