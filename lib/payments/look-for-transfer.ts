import 'server-only';
import type { Transaction } from '@/lib/db/prisma';
import { lookNow } from '@/lib/looks/schedule';

/**
 * Has the transfer of the payment that a routine came from looked for, as it exists by now: at the
 * next minute, so that the event which tells of it usually comes first.
 */
export async function lookForTransfer(
  tx: Transaction,
  userId: string,
  routineAstraId: string,
): Promise<void> {
  await tx.$executeRaw`
    UPDATE payments SET ${lookNow}
    WHERE user_id = ${userId}::uuid AND routine_astra_id = ${routineAstraId}
      AND transfer_seen_at IS NULL`;
}
