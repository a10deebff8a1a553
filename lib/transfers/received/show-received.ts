import 'server-only';
import type { Prisma } from '@/lib/db/generated/client';
import { db } from '@/lib/db/prisma';
import { namelessPerson } from '@/lib/people/short-name';
import { isAsConfirmed } from '../is-as-confirmed';
import { labelEnds } from '../label-ends';

/** Who sent something: the program is told by where its money came from, and never by a name. */
export type Sender = { kind: 'program' } | { kind: 'person'; name: string };

/**
 * A transfer as whoever receives it may know it: nothing of how the sender calls it, of what it was
 * sent from or what it cost, or of why their bank took it back.
 */
export type ReceivedTransfer = {
  direction: 'received';
  id: string;
  astraId: string;
  sender: Sender;
  /** Which of the person's own cards and accounts it goes to; null when that is not known here. */
  to: string | null;
  /** What arrives, after fees that were taken out of it; where that is not known, what was sent. */
  amountCents: bigint;
  /** As Astra names it. */
  status: string;
  history: { status: string; seenAt: Date }[];
  startedAt: Date;
  estimatedClearing: Date | null;
};

/** What is read of the sender's row. */
export const receivedColumns = {
  id: true,
  userId: true,
  astraId: true,
  routineAstraId: true,
  destinationAstraId: true,
  amountCents: true,
  status: true,
  history: { select: { status: true, seenAt: true }, orderBy: { seenAt: 'asc' } },
  startedAt: true,
  estimatedClearing: true,
} as const satisfies Prisma.TransferSelect;

type Row = Prisma.TransferGetPayload<{ select: typeof receivedColumns }>;

/** Makes of the rows of others what this person, who receives them, is shown. */
export async function showReceived(
  userId: string,
  rows: readonly Row[],
): Promise<ReceivedTransfer[]> {
  if (rows.length === 0) return [];
  const ownEnd = ({ destinationAstraId }: Row) => ({
    routineAstraId: null,
    sourceAstraId: null,
    destinationAstraId,
  });
  const [payments, connections, endsOf] = await Promise.all([
    db().payment.findMany({
      where: {
        recipientId: userId,
        routineAstraId: { in: rows.flatMap(({ routineAstraId }) => routineAstraId ?? []) },
      },
      select: {
        routineAstraId: true,
        userId: true,
        sourceKind: true,
        amountCents: true,
        pushCents: true,
      },
    }),
    db().astraConnection.findMany({
      where: { userId: { in: [...new Set(rows.map((row) => row.userId))] } },
      select: { userId: true, shortName: true },
    }),
    labelEnds(userId, rows.map(ownEnd)),
  ]);
  const names = new Map(connections.map((one) => [one.userId, one.shortName]));
  const confirmed = new Map(payments.map((payment) => [payment.routineAstraId, payment]));
  return rows.map((row) => {
    const { userId: senderId, routineAstraId, destinationAstraId: _end, ...shown } = row;
    const found = confirmed.get(routineAstraId);
    const payment = found?.userId === senderId ? found : undefined;
    const arrives = payment && isAsConfirmed(row, payment) ? payment.pushCents : null;
    return {
      ...shown,
      direction: 'received',
      sender:
        payment?.sourceKind === 'payment_instrument'
          ? { kind: 'program' }
          : { kind: 'person', name: names.get(senderId) ?? namelessPerson },
      to: endsOf(ownEnd(row)).to,
      amountCents: arrives ?? row.amountCents,
    };
  });
}
