import 'server-only';
import type { Routine } from '@/lib/db/generated/client';
import type { Transaction } from '@/lib/db/prisma';
import { enqueueSync } from '@/lib/jobs/enqueue-sync';

/** How long after a lost answer Astra is looked at once more: a slow request may still arrive. */
const secondLookMs = 60_000;

/** Has a routine looked at now, and once more when a request that was lost must have arrived. */
export async function enqueueLooks(
  tx: Transaction,
  { userId, astraId }: Pick<Routine, 'userId' | 'astraId'>,
): Promise<void> {
  const connection = await tx.astraConnection.findUnique({ where: { userId } });
  if (!connection) return;
  const { astraUserId } = connection;
  const look = { resource: 'routine', resourceId: astraId, astraUserId } as const;
  await enqueueSync(tx, look);
  await enqueueSync(tx, look, { delayMs: secondLookMs });
}
