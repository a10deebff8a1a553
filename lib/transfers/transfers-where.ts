import 'server-only';
import type { Prisma } from '@/lib/db/generated/client';
import { filterWhere, holding } from './filter-where';
import type { TransferFilter } from './transfer-filter';

/** The transfers of this person that a filter leaves. */
export function transfersWhere(userId: string, filter: TransferFilter): Prisma.TransferWhereInput {
  const { source, q } = filter;
  return {
    userId,
    ...filterWhere(filter),
    ...(source && { sourceAstraId: source }),
    ...(q && { OR: [{ name: holding(q) }, { clientCorrelationId: holding(q) }] }),
  };
}
