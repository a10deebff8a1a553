import 'server-only';
import type { Transaction } from '@/lib/db/prisma';
import { addJob } from '@/lib/jobs/add-job';
import { settleNow } from '@/lib/payments/settle/settle-now';
import { awaitsTransfer } from './awaits-transfer';
import { isUndecidedCard } from './is-undecided-card';
import { lookNow } from './schedule';

/** Has everything of a person that is still open looked at now: we may ask on their behalf again. */
export async function lookAgain(tx: Transaction, userId: string): Promise<void> {
  await settleNow(tx, userId);
  await tx.$executeRaw`
    UPDATE payments SET ${lookNow} WHERE user_id = ${userId}::uuid AND ${awaitsTransfer}`;
  await tx.$executeRaw`
    UPDATE transfers SET ${lookNow} WHERE user_id = ${userId}::uuid AND status = 'pending'`;
  await tx.$executeRaw`
    UPDATE routines SET ${lookNow} WHERE user_id = ${userId}::uuid AND status = 'active'`;
  await tx.$executeRaw`
    UPDATE cards SET ${lookNow} WHERE user_id = ${userId}::uuid AND ${isUndecidedCard}`;
  await tx.$executeRaw`UPDATE card_hand_overs SET ${lookNow} WHERE user_id = ${userId}::uuid`;
  await tx.$executeRaw`UPDATE astra_connections SET ${lookNow} WHERE user_id = ${userId}::uuid`;
  await addJob(tx, 'reconcile', {}, { key: 'now' });
}
