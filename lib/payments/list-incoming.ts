import 'server-only';
import { db } from '@/lib/db/prisma';
import { findShortName } from '@/lib/people/find-short-name';

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
  return transfers.map(({ id, userId, status, amountCents, initiatedAt, createdAt }) => ({
    id,
    from: senders.get(userId) ?? 'A person here',
    amountCents,
    status,
    at: initiatedAt ?? createdAt,
  }));
}
