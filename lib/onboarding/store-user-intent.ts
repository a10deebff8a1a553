import 'server-only';
import type { UserIntent } from '@/lib/astra';
import type { Transaction } from '@/lib/db/prisma';
import { notifyUser } from '@/lib/live/notify';

/**
 * Writes down what Astra says of an intent of ours. The person's details are not kept.
 *
 * `pending` is only ever a beginning: an old answer that comes late does not take a decision back.
 */
export async function storeUserIntent(
  tx: Transaction,
  userId: string,
  intent: UserIntent,
): Promise<string> {
  const { count } = await tx.userIntent.updateMany({
    where: {
      userId,
      astraId: intent.id,
      ...(intent.status === 'pending' && {
        OR: [{ astraStatus: 'pending' }, { astraStatus: null }],
      }),
    },
    data: { astraStatus: intent.status },
  });
  if (count === 0) return 'Nothing: the intent is not known here, or was decided already.';
  await notifyUser(tx, userId);
  return `The user intent is ${intent.status}.`;
}
