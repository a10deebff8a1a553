import 'server-only';
import type { Transaction } from '@/lib/db/prisma';
import { addJobs } from '@/lib/jobs/add-job';

/** Has the worker find out, after this long, what became of a payment. */
export function enqueueSettlement(
  tx: Transaction,
  paymentId: string,
  delayMs: number,
): Promise<void> {
  return enqueueSettlements(tx, [paymentId], delayMs);
}

/** The same for any number of payments, all different, in one statement: see {@link enqueueSettlement}. */
export async function enqueueSettlements(
  tx: Transaction,
  paymentIds: readonly string[],
  delayMs: number,
): Promise<void> {
  const jobs = paymentIds.map((paymentId) => ({
    payload: { paymentId },
    options: { key: paymentId, delayMs, maxAttempts: 25 },
  }));
  await addJobs(tx, 'settle_payment', jobs);
}
