import 'server-only';
import type { Transaction } from '@/lib/db/prisma';

/**
 * How many of somebody's payments from card to card since this moment Astra may have counted: all but those that
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
      direction: 'card_to_card',
      createdAt: { gte: startedAt },
      status: { notIn: ['refused', 'not_executed'] },
    },
  });
}
