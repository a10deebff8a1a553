import 'server-only';
import type { Transaction } from '@/lib/db/prisma';

/**
 * Writes down, once, that the payment which a routine came from has a transfer. Those without one are
 * then found without reading all that a person ever sent.
 */
export async function markTransferSeen(
  tx: Transaction,
  userId: string,
  routineAstraId: string,
): Promise<void> {
  await tx.$executeRaw`
    UPDATE payments SET transfer_seen_at = clock_timestamp()
    WHERE user_id = ${userId}::uuid AND routine_astra_id = ${routineAstraId}
      AND transfer_seen_at IS NULL`;
}
