import 'server-only';
import type { Transaction } from '@/lib/db/prisma';
import { addJob } from '@/lib/jobs/add-job';

/** Has the worker find out, after this long, what became of a payment. */
export async function enqueueSettlement(
  tx: Transaction,
  paymentId: string,
  delayMs: number,
): Promise<void> {
  await addJob(tx, 'settle_payment', { paymentId }, { key: paymentId, delayMs, maxAttempts: 25 });
}
