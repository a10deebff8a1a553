import 'server-only';
import type { Transaction } from '@/lib/db/prisma';

/**
 * How many of somebody's card payments since this moment Astra may have counted: all but those that
 * provably never became one there.
 */
export function countCardPayments(
  tx: Transaction,
  userId: string,
  startedAt: Date,
): Promise<number> {
  return tx.payment.count({
    where: {
      userId,
      createdAt: { gte: startedAt },
      status: { notIn: ['refused', 'not_executed'] },
    },
  });
}
