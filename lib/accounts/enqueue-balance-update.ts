import 'server-only';
import type { Transaction } from '@/lib/db/prisma';
import { addJob } from '@/lib/jobs/add-job';

/**
 * Has Astra told that the balance of an account that we hold has changed. Several changes before
 * Astra is told are one message: it says "look", and not what there is to see.
 *
 * @param tx the transaction that changes the balance: no change goes untold, and none is told that
 * was taken back.
 */
export async function enqueueBalanceUpdate(tx: Transaction, accountId: string): Promise<void> {
  await addJob(tx, 'send_balance_update', { accountId }, { key: accountId });
}
