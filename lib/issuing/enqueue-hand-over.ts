import 'server-only';
import type { Transaction } from '@/lib/db/prisma';
import { addJob } from '@/lib/jobs/add-job';

/** Has the worker find out, after this long, what became of a card that was handed over. */
export async function enqueueHandOver(
  tx: Transaction,
  handOverId: string,
  delayMs: number,
): Promise<void> {
  const options = { key: handOverId, delayMs, maxAttempts: 25 };
  await addJob(tx, 'settle_hand_over', { handOverId }, options);
}
