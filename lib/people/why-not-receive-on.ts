import 'server-only';
import { whyNotPayTo } from '@/lib/accounts/can-pay';
import { whyNotPayToCard } from '@/lib/cards/can-pay';
import { pacificToday } from '@/lib/cards/pacific-today';
import { db, type Transaction } from '@/lib/db/prisma';
import type { ChosenEnd } from '@/lib/payments/order/payment-order';

/** Why this person cannot receive on this card or account, as a sentence for them; null when they can. */
export async function whyNotReceiveOn(
  userId: string,
  { kind, id }: ChosenEnd,
  tx: Transaction = db(),
): Promise<string | null> {
  const where = { id, userId };
  if (kind === 'card') {
    const card = await tx.card.findFirst({ where });
    if (!card) return 'This card is no longer here. Choose another one.';
    return whyNotPayToCard(card, await pacificToday(tx));
  }
  const account = await tx.account.findFirst({ where });
  return account ? whyNotPayTo(account) : 'This account is no longer here. Choose another one.';
}
