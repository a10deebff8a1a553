import 'server-only';
import { z } from 'zod';
import { db } from '@/lib/db/prisma';
import { accountLabel, cardLabel } from '@/lib/payments/ends/end-label';

/** One of this person's transfers with its history, its payment and what both ends are called, or null. */
export async function findTransfer(userId: string, transferId: string) {
  if (!z.uuid().safeParse(transferId).success) return null;
  const transfer = await db().transfer.findFirst({
    where: { id: transferId, userId },
    include: { history: { orderBy: { seenAt: 'asc' } } },
  });
  if (!transfer) return null;
  const payment = transfer.routineAstraId
    ? await db().payment.findFirst({ where: { userId, routineAstraId: transfer.routineAstraId } })
    : null;
  return {
    ...transfer,
    payment,
    // As they were called when the payment was confirmed: the card may be gone since.
    from: payment?.sourceLabel ?? (await findLabel(userId, transfer.sourceAstraId)),
    to: payment?.destinationLabel ?? (await findLabel(userId, transfer.destinationAstraId)),
  };
}

/** What one of this person's own cards or accounts is called; of anybody else's nothing is said. */
async function findLabel(userId: string, astraId: string | null): Promise<string | null> {
  if (!astraId) return null;
  const card = await db().card.findFirst({ where: { userId, astraId } });
  if (card) return cardLabel(card);
  const account = await db().account.findFirst({ where: { userId, astraId } });
  return account && accountLabel(account);
}
