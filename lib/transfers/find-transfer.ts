import 'server-only';
import { z } from 'zod';
import { db } from '@/lib/db/prisma';
import { labelEnds } from './label-ends';

/**
 * One of this person's transfers with its history, its disputes, its payment, its routine and what its
 * ends are called, or null.
 */
export async function findTransfer(userId: string, transferId: string) {
  if (!z.uuid().safeParse(transferId).success) return null;
  const transfer = await db().transfer.findFirst({
    where: { id: transferId, userId },
    include: {
      history: { orderBy: { seenAt: 'asc' } },
      chargebacks: { orderBy: { openedAt: 'asc' } },
    },
  });
  if (!transfer) return null;
  const payment = transfer.routineAstraId
    ? await db().payment.findFirst({ where: { userId, routineAstraId: transfer.routineAstraId } })
    : null;
  const routine = transfer.routineAstraId
    ? await db().routine.findFirst({
        where: { userId, astraId: transfer.routineAstraId },
        select: { astraId: true, name: true, type: true },
      })
    : null;
  const endsOf = await labelEnds(userId, [transfer]);
  return { ...transfer, payment, routine, ends: endsOf(transfer) };
}

export type FoundTransfer = NonNullable<Awaited<ReturnType<typeof findTransfer>>>;
