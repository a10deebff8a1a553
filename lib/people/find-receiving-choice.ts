import 'server-only';
import { db, type Transaction } from '@/lib/db/prisma';
import type { ChosenEnd } from '@/lib/payments/order/payment-order';
import { whyNotReceiveOn } from './why-not-receive-on';

export type ReceivingChoice = {
  end: ChosenEnd;
  /** Why it cannot receive any more, as a sentence for its owner; null while it can. */
  fault: string | null;
};

/**
 * What somebody has chosen to receive other people's money on, or null for nothing. What they chose
 * may have been removed, or fail, since: that is not the same as choosing nothing, which also stops
 * what others have planned.
 */
export async function findReceivingChoice(
  userId: string,
  tx: Transaction = db(),
): Promise<ReceivingChoice | null> {
  const user = await tx.user.findUnique({ where: { id: userId } });
  const end = user && endOf(user);
  return end ? { end, fault: await whyNotReceiveOn(userId, end, tx) } : null;
}

type Chosen = { receivingCardId: string | null; receivingAccountId: string | null };

function endOf({ receivingCardId, receivingAccountId }: Chosen): ChosenEnd | null {
  if (receivingCardId) return { kind: 'card', id: receivingCardId };
  return receivingAccountId ? { kind: 'account', id: receivingAccountId } : null;
}
