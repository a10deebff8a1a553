import 'server-only';
import { pacificDay } from '@/lib/astra';
import { databaseTime } from '@/lib/db/database-time';
import { db } from '@/lib/db/prisma';
import { UserFacingError } from '@/lib/http/user-facing-error';
import { findEnds } from '../ends/find-ends';
import { correlationIdFor } from '../order/correlation-id';
import { orderFaults } from '../order/order-faults';
import type { PaymentOrder } from '../order/payment-order';
import { previewFees } from './preview-fees';

/**
 * Checks what was composed, asks what it costs, and keeps both for review. What is kept is what can
 * be confirmed: nothing of the order comes from the browser again.
 *
 * @param key the form's, which becomes the payment's.
 * @throws UserFacingError with sentences at the fields that do not work. What was kept before stays.
 */
export async function reviewPayment(
  userId: string,
  key: string,
  order: PaymentOrder,
): Promise<{ version: number }> {
  const reference = correlationIdFor(order);
  const today = pacificDay(await databaseTime());
  const faults = {
    ...orderFaults(order, today),
    ...(!reference.ok && { memo: reference.message }),
  };
  if (Object.keys(faults).length > 0) {
    throw new UserFacingError('Please check the marked fields.', faults);
  }
  const ends = await findEnds(db(), userId, order);
  const preview = await previewFees(userId, order, ends);
  const { version } = await db().paymentDraft.upsert({
    where: { userId_key: { userId, key } },
    create: { userId, key, order, preview },
    update: { order, preview, version: { increment: 1 } },
  });
  return { version };
}
