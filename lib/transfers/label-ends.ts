import 'server-only';
import type { Transfer } from '@/lib/db/generated/client';
import { db } from '@/lib/db/prisma';
import { accountLabel, cardLabel } from '@/lib/payments/ends/end-label';

type Ends = Pick<Transfer, 'routineAstraId' | 'sourceAstraId' | 'destinationAstraId'>;

/** What the ends of a transfer are called; null for what is not this person's and was never named. */
export type EndLabels = { from: string | null; to: string | null };

/**
 * Finds what the ends of some of a person's transfers are called: as they were when the payment was
 * confirmed, or else as they are now.
 *
 * @returns a function that gives the labels of each of these transfers.
 */
export async function labelEnds(
  userId: string,
  transfers: readonly Ends[],
): Promise<(transfer: Ends) => EndLabels> {
  const ids = (read: (transfer: Ends) => (string | null)[]) => [
    ...new Set(transfers.flatMap(read).filter((id) => id !== null)),
  ];
  const astraId = {
    in: ids(({ sourceAstraId, destinationAstraId }) => [sourceAstraId, destinationAstraId]),
  };
  const [payments, cards, accounts] = await Promise.all([
    db().payment.findMany({
      where: { userId, routineAstraId: { in: ids(({ routineAstraId }) => [routineAstraId]) } },
      select: {
        routineAstraId: true,
        sourceAstraId: true,
        sourceLabel: true,
        destinationAstraId: true,
        destinationLabel: true,
      },
    }),
    db().card.findMany({ where: { userId, astraId } }),
    db().account.findMany({ where: { userId, astraId } }),
  ]);
  const confirmed = new Map(payments.map((payment) => [payment.routineAstraId, payment]));
  const own = new Map([
    ...cards.map((card) => [card.astraId, cardLabel(card)] as const),
    ...accounts.map((account) => [account.astraId, accountLabel(account)] as const),
  ]);
  return ({ routineAstraId, sourceAstraId, destinationAstraId }) => {
    const payment = confirmed.get(routineAstraId ?? '');
    // A routine that pays again and again may have been given other ends since.
    const from = payment?.sourceAstraId === sourceAstraId ? payment?.sourceLabel : null;
    const to =
      payment?.destinationAstraId === destinationAstraId ? payment?.destinationLabel : null;
    return {
      from: from ?? own.get(sourceAstraId ?? '') ?? null,
      to: to ?? own.get(destinationAstraId ?? '') ?? null,
    };
  };
}
