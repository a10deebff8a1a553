import 'server-only';
import type { UserIntent } from '@/lib/astra';
import type { Transaction } from '@/lib/db/prisma';
import { notifyUser } from '@/lib/live/notify';
import { outsideId, outsideText } from '@/lib/partner/outside-text';

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
  const status = outsideText(intent.status) ?? 'unknown';
  const { count } = await tx.userIntent.updateMany({
    where: {
      userId,
      astraId: outsideId(intent.id),
      ...(status === 'pending' && {
        OR: [{ astraStatus: 'pending' }, { astraStatus: null }],
      }),
    },
    data: { astraStatus: status },
  });
  if (count === 0) return 'Nothing: the intent is not known here, or was decided already.';
  await notifyUser(tx, userId);
  return `The user intent is ${status}.`;
}
