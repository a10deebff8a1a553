import 'server-only';
import { db } from '@/lib/db/prisma';
import { notifyUser } from '@/lib/live/notify';

/**
 * Marks a connection as one that its person has to authorize again, and tells their open pages.
 *
 * @param pair the pair of tokens that is no good, and the lease under which that was found out. A
 * connection that has another pair by now, or whose lease somebody else took over, stays as it is.
 */
export async function requireAuthorization(pair: {
  userId: string;
  tokenVersion: number;
  refreshLeaseId?: string;
}): Promise<void> {
  await db().$transaction(async (tx) => {
    const { count } = await tx.astraConnection.updateMany({
      where: { ...pair, status: 'active' },
      data: { status: 'needs_authorization', refreshLeaseId: null, refreshLeaseUntil: null },
    });
    if (count > 0) await notifyUser(tx, pair.userId);
  });
}
