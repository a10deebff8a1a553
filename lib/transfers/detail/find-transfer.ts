import 'server-only';
import { z } from 'zod';
import { db } from '@/lib/db/prisma';
import { labelEnds } from '../label-ends';

/**
 * One of this person's transfers with its history, its disputes, its payment, its routine, the batch
 * that pays for it and what its ends are called, or null.
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
  const batch = await db().batchTransfer.findFirst({
    where: { members: { some: { transferAstraId: transfer.astraId } } },
    // What it comes to, and whom else it pays for, is the program's alone.
    select: { astraId: true, status: true, astraCreatedAt: true, astraUpdatedAt: true },
    orderBy: { createdAt: 'desc' },
  });
  const endsOf = await labelEnds(userId, [transfer]);
  return { ...transfer, payment, routine, batch, ends: endsOf(transfer) };
}

export type FoundTransfer = NonNullable<Awaited<ReturnType<typeof findTransfer>>>;
