import 'server-only';
import { db } from '@/lib/db/prisma';
import { mostAwaited } from './list-open-payments';
import { isAwaited, paymentsAndRoutines } from './open-rows';

/** How many accepted payments without a transfer this person has beside those that are listed. */
export async function countMoreAwaited(userId: string): Promise<number> {
  const [row] = await db().$queryRaw<{ count: bigint }[]>`
    SELECT count(*) FROM ${paymentsAndRoutines}
    WHERE p.user_id = ${userId}::uuid AND ${isAwaited}`;
  return Math.max(0, Number(row?.count ?? 0n) - mostAwaited);
}
