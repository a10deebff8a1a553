import 'server-only';
import { z } from 'zod';
import { db } from '@/lib/db/prisma';

/** One of this person's transfers with its history, its payment and both cards, or null. */
export async function findTransfer(userId: string, transferId: string) {
  if (!z.uuid().safeParse(transferId).success) return null;
  const transfer = await db().transfer.findFirst({
    where: { id: transferId, userId },
    include: { history: { orderBy: { seenAt: 'asc' } } },
  });
  if (!transfer) return null;
  const cards = await db().card.findMany({
    where: {
      userId,
      astraId: { in: [transfer.sourceAstraId ?? '', transfer.destinationAstraId ?? ''] },
    },
  });
  const payment = transfer.routineAstraId
    ? await db().payment.findFirst({ where: { userId, routineAstraId: transfer.routineAstraId } })
    : null;
  return {
    ...transfer,
    payment,
    source: cards.find(({ astraId }) => astraId === transfer.sourceAstraId) ?? null,
    destination: cards.find(({ astraId }) => astraId === transfer.destinationAstraId) ?? null,
  };
}
