import 'server-only';
import type { Transaction } from '@/lib/db/prisma';
import { addJobs } from '@/lib/jobs/add-job';

/** Has the worker find out, after this long, what became of a card that was handed over. */
export function enqueueHandOver(
  tx: Transaction,
  handOverId: string,
  delayMs: number,
): Promise<void> {
  return enqueueHandOvers(tx, [handOverId], delayMs);
}

/** The same for any number of cards, all different, in one statement: see {@link enqueueHandOver}. */
export async function enqueueHandOvers(
  tx: Transaction,
  handOverIds: readonly string[],
  delayMs: number,
): Promise<void> {
  const jobs = handOverIds.map((handOverId) => ({
    payload: { handOverId },
    options: { key: handOverId, delayMs, maxAttempts: 25 },
  }));
  await addJobs(tx, 'settle_hand_over', jobs);
}
