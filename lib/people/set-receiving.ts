import 'server-only';
import { db } from '@/lib/db/prisma';
import { UserFacingError } from '@/lib/http/user-facing-error';
import type { ChosenEnd } from '@/lib/payments/order/payment-order';
import { enqueueAllPauses } from './enqueue-pause';
import { whyNotReceiveOn } from './why-not-receive-on';

/**
 * Chooses where others may send this person money. With nowhere, what others have planned to send
 * is paused.
 *
 * @param end one of the person's cards or accounts; null for nowhere, so that nobody finds them.
 * @throws UserFacingError when it is not theirs or cannot receive.
 */
export async function setReceiving(userId: string, end: ChosenEnd | null): Promise<void> {
  await db().$transaction(async (tx) => {
    const fault = end && (await whyNotReceiveOn(userId, end, tx));
    if (fault) throw new UserFacingError('Please check the marked fields.', { receiving: fault });
    await tx.user.update({
      where: { id: userId },
      data: {
        receivingCardId: end?.kind === 'card' ? end.id : null,
        receivingAccountId: end?.kind === 'account' ? end.id : null,
      },
    });
    // Written first, so that what is planned meanwhile goes by it.
    if (!end) await enqueueAllPauses(tx, userId);
  });
}
