import 'server-only';
import { brand } from '@/lib/brand';
import { db } from '@/lib/db/prisma';
import { findShortName } from '@/lib/people/find-short-name';
import { namelessPerson } from '@/lib/people/short-name';

/** What somebody else sent this person: never from which card, or what their own note says. */
export type IncomingPayment = {
  id: string;
  from: string;
  amountCents: bigint;
  /** The transfer's status as Astra names it. */
  status: string;
  at: Date;
};

/** The newest payments of other people to this person that have begun to move. */
export async function listIncoming(recipientId: string, take = 20): Promise<IncomingPayment[]> {
  const payments = await db().payment.findMany({
    where: { recipientId, status: 'accepted' },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take,
  });
  const routineIds = payments.flatMap(({ routineAstraId }) => routineAstraId ?? []);
  const transfers = await db().transfer.findMany({
    where: { routineAstraId: { in: routineIds }, userId: { in: payments.map((p) => p.userId) } },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take,
  });
  const senders = new Map(
    await Promise.all(
      [...new Set(payments.map(({ userId }) => userId))].map(
        async (userId) => [userId, await findShortName(userId)] as const,
      ),
    ),
  );
  // What leaves a settlement account is the program's money, and no person's.
  const ofProgram = new Set(
    payments
      .filter(({ sourceKind }) => sourceKind === 'payment_instrument')
      .map(({ routineAstraId }) => routineAstraId),
  );
  return transfers.map((transfer) => ({
    id: transfer.id,
    from: ofProgram.has(transfer.routineAstraId)
      ? brand.name
      : (senders.get(transfer.userId) ?? namelessPerson),
    amountCents: transfer.amountCents,
    status: transfer.status,
    at: transfer.initiatedAt ?? transfer.createdAt,
  }));
}
