import 'server-only';
import type { Prisma } from '@/lib/db/generated/client';
import { filterWhere, holding } from './filter-where';
import { findEndsNamed } from './find-ends-named';
import type { TransferFilter } from './transfer-filter';

/** The transfers of this person that a filter leaves. */
export async function transfersWhere(
  userId: string,
  filter: TransferFilter,
): Promise<Prisma.TransferWhereInput> {
  const { source, routine, q } = filter;
  return {
    userId,
    ...filterWhere(filter),
    ...(source && { sourceAstraId: source }),
    ...(routine && { routineAstraId: routine }),
    ...(q && { OR: await whereNamed(userId, q) }),
  };
}

async function whereNamed(userId: string, q: string): Promise<Prisma.TransferWhereInput[]> {
  const ends = { in: await findEndsNamed(userId, q) };
  return [
    { name: holding(q) },
    { clientCorrelationId: holding(q) },
    { sourceAstraId: ends },
    { destinationAstraId: ends },
  ];
}
