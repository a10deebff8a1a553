import 'server-only';
import { whyNotPayTo } from '@/lib/accounts/can-pay';
import { whyNotPayToCard } from '@/lib/cards/can-pay';
import { pacificToday } from '@/lib/cards/pacific-today';
import { db, type Transaction } from '@/lib/db/prisma';
import type { ChosenEnd } from '@/lib/payments/order/payment-order';

/**
 * Where others may send this person money, or null while nobody may: they have chosen nothing, or
 * what they chose was removed or cannot receive any more.
 */
export async function findReceivingEnd(
  userId: string,
  tx: Transaction = db(),
): Promise<ChosenEnd | null> {
  const user = await tx.user.findUnique({ where: { id: userId } });
  if (user?.receivingCardId) {
    const card = await tx.card.findFirst({ where: { id: user.receivingCardId, userId } });
    return card && !whyNotPayToCard(card, await pacificToday(tx))
      ? { kind: 'card', id: card.id }
      : null;
  }
  if (!user?.receivingAccountId) return null;
  const account = await tx.account.findFirst({ where: { id: user.receivingAccountId, userId } });
  return account && !whyNotPayTo(account) ? { kind: 'account', id: account.id } : null;
}
