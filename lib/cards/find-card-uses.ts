import 'server-only';
import type { Card, Payment, Routine, Transfer } from '@/lib/db/generated/client';
import { db } from '@/lib/db/prisma';

/** What keeps a card from being removed, as far as it is known here. */
export type CardUses = {
  /** Pay again and again until they are paused. */
  repeating: Routine[];
  /** Accepted, and about to become transfers. */
  starting: { routine: Routine; payment: Payment | null }[];
  /** On their way. */
  pending: Transfer[];
  /** Sent to Astra, with an outcome that is still being found out. */
  undecided: Payment[];
};

const mostShown = 20;
const newestFirst = { orderBy: { createdAt: 'desc' }, take: mostShown } as const;

/** Finds the routines and payments that still need one of a person's cards. */
export async function findCardUses(
  card: Pick<Card, 'id' | 'userId' | 'astraId'>,
): Promise<CardUses> {
  const { userId, astraId } = card;
  const byAstraId = { OR: [{ sourceAstraId: astraId }, { destinationAstraId: astraId }] };
  const [routines, pending, undecided] = await Promise.all([
    db().routine.findMany({ where: { userId, status: 'active', ...byAstraId }, ...newestFirst }),
    db().transfer.findMany({ where: { userId, status: 'pending', ...byAstraId }, ...newestFirst }),
    db().payment.findMany({
      where: {
        userId,
        status: { in: ['sending', 'unknown'] },
        ...byAstraId,
      },
      ...newestFirst,
    }),
  ]);
  const begun = new Set(pending.map(({ routineAstraId }) => routineAstraId));
  const once = routines.filter(({ type, astraId: own }) => type === 'one-time' && !begun.has(own));
  const payments = await db().payment.findMany({
    where: { userId, routineAstraId: { in: once.map((routine) => routine.astraId) } },
  });
  return {
    repeating: routines.filter(({ type }) => type !== 'one-time'),
    starting: once.map((routine) => ({
      routine,
      payment: payments.find(({ routineAstraId }) => routineAstraId === routine.astraId) ?? null,
    })),
    pending,
    undecided,
  };
}

/** How many of them there are. */
export function countUses(uses: CardUses): number {
  return Object.values(uses).reduce((sum, { length }) => sum + length, 0);
}
