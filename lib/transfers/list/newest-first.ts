import type { Prisma } from '@/lib/db/generated/client';

/** A total order, so that no two pages show the same transfer. */
export const newestFirst = [
  { startedAt: 'desc' },
  { id: 'desc' },
] as const satisfies Prisma.TransferOrderByWithRelationInput[];

/** What the order goes by. */
export type Placed = { startedAt: Date; id: string };

/** The same order for what is read already: below zero when the first comes first. */
export function compareNewestFirst(one: Placed, other: Placed): number {
  const apart = other.startedAt.getTime() - one.startedAt.getTime();
  return apart || (one.id > other.id ? -1 : 1);
}
