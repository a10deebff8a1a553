import 'server-only';
import { brand } from '@/lib/brand';
import type { Prisma } from '@/lib/db/generated/client';
import { db } from '@/lib/db/prisma';
import { filterWhere, holding } from '../list/filter-where';
import { findOwnEndsNamed } from '../list/find-own-ends-named';
import type { TransferFilter } from '../list/transfer-filter';

const nothing: Prisma.TransferWhereInput = { id: { in: [] } };

/**
 * The transfers of others to this person that a filter leaves. It looks only at what they may know:
 * a text is not looked for in the sender's name for the payment, and disputes are the sender's own.
 */
export async function receivedWhere(
  userId: string,
  filter: TransferFilter,
): Promise<Prisma.TransferWhereInput> {
  const connection = await db().astraConnection.findUnique({ where: { userId } });
  // What a person's own cards or routines have sent is nothing that they received.
  if (!connection || filter.source || filter.routine) return nothing;
  if (filter.status === 'disputed') return nothing;
  return {
    destinationAstraUserId: connection.astraUserId,
    userId: { not: userId },
    ...filterWhere(filter),
    ...(filter.q && (await whereNamed(userId, filter.q))),
  };
}

async function whereNamed(userId: string, q: string): Promise<Prisma.TransferWhereInput> {
  const [ends, programEnds] = await Promise.all([
    findOwnEndsNamed(userId, q),
    findProgramEnds(userId),
  ]);
  const isProgram = brand.name.toLowerCase().includes(q.toLowerCase());
  return {
    OR: [
      {
        user: { connection: { shortName: holding(q) } },
        // Whoever stands for the program is not shown, and not found by name either.
        OR: [{ sourceAstraId: null }, { sourceAstraId: { notIn: programEnds } }],
      },
      { destinationAstraId: { in: ends } },
      ...(isProgram ? [{ sourceAstraId: { in: programEnds } }] : []),
    ],
  };
}

/** The settlement accounts of the program from which this person was paid. */
async function findProgramEnds(userId: string): Promise<string[]> {
  const groups = await db().payment.groupBy({
    by: ['sourceAstraId'],
    where: { recipientId: userId, sourceKind: 'payment_instrument' },
  });
  return groups.map(({ sourceAstraId }) => sourceAstraId);
}
