import 'server-only';
import type { Transfer } from '@/lib/astra';
import { db } from '@/lib/db/prisma';
import { storeTransfer } from './store-transfer';

/** Stores a transfer that one of Astra's lists showed, and that no event had us look at. */
export async function storeFoundTransfer(userId: string, transfer: Transfer): Promise<void> {
  await db().$transaction((tx) => storeTransfer(tx, userId, transfer));
}
