import 'server-only';
import type { Routine } from '@/lib/db/generated/client';
import type { Transaction } from '@/lib/db/prisma';

/** What is recorded when Astra has confirmed that it deleted a routine. */
export const deletedAction = 'routine.deleted';

/**
 * Whether Astra has confirmed to us that it deleted a routine. One that it merely did not find may
 * be there after all.
 */
export async function wasDeleted(
  tx: Transaction,
  { userId, astraId }: Pick<Routine, 'userId' | 'astraId'>,
): Promise<boolean> {
  const confirmation = await tx.auditEvent.findFirst({
    where: { userId, correlationId: astraId, action: deletedAction },
  });
  return confirmation !== null;
}
