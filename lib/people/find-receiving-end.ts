import 'server-only';
import { db, type Transaction } from '@/lib/db/prisma';
import type { ChosenEnd } from '@/lib/payments/order/payment-order';
import { findReceivingChoice } from './find-receiving-choice';

/**
 * Where others may send this person money, or null while nobody may: they have chosen nothing, or
 * what they chose was removed or cannot receive any more.
 */
export async function findReceivingEnd(
  userId: string,
  tx: Transaction = db(),
): Promise<ChosenEnd | null> {
  const choice = await findReceivingChoice(userId, tx);
  return choice && choice.fault === null ? choice.end : null;
}
