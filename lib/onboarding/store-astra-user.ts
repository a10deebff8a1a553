import 'server-only';
import type { AstraUser } from '@/lib/astra';
import type { Transaction } from '@/lib/db/prisma';
import { notifyUser } from '@/lib/live/notify';

/** Writes down somebody's standing at Astra. */
export async function storeAstraUser(
  tx: Transaction,
  userId: string,
  user: AstraUser,
): Promise<string> {
  const { count } = await tx.astraConnection.updateMany({
    where: { userId, astraUserId: user.id },
    data: { astraUserStatus: user.status },
  });
  if (count === 0) return 'Nothing: this person is no longer connected as that Astra user.';
  await notifyUser(tx, userId);
  return `The user is ${user.status}.`;
}
