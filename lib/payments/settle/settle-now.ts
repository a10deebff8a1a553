import 'server-only';
import { Prisma } from '@/lib/db/generated/client';
import type { Transaction } from '@/lib/db/prisma';
import { lookNow } from '@/lib/looks/schedule';
import { enqueueSettlement } from './enqueue-settlement';

/**
 * Has this person's undecided payments looked at now, however long the next look was away: something
 * of theirs at Astra changed, or we may ask again.
 */
export async function settleNow(tx: Transaction, userId: string): Promise<void> {
  const undecided = await tx.$queryRaw<{ id: string }[]>`
    UPDATE payments SET ${lookNow} WHERE user_id = ${userId}::uuid AND status = 'unknown'
    RETURNING id`;
  for (const { id } of undecided) await enqueueSettlement(tx, id, 0);
}

/** A condition: whoever has this id has payments that {@link settleNow} is about. */
export function hasUndecided(id: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`EXISTS (SELECT FROM payments WHERE user_id = ${id} AND status = 'unknown')`;
}
