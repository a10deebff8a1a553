import 'server-only';
import { pacificDay } from '@/lib/astra';
import { databaseTime } from '@/lib/db/database-time';
import { db, type Transaction } from '@/lib/db/prisma';
import { UserFacingError } from '@/lib/http/user-facing-error';
import { type FindEnds, findEnds } from '../ends/find-ends';
import { correlationIdFor } from '../order/correlation-id';
import { orderFaults } from '../order/order-faults';
import { orderHash, type PaymentOrder } from '../order/payment-order';
import { findDraft } from './find-draft';
import { type FeePreview, previewFees } from './preview-fees';
import { requireOffered } from './require-offered';

/**
 * Checks what was composed, asks what it costs, and keeps both for review. What is kept is what can
 * be confirmed: nothing of the order comes from the browser again.
 *
 * @param key the form's, which becomes the payment's.
 * @param find how the ends are found and allowed; for people, {@link findEnds}.
 * @throws UserFacingError with sentences at the fields that do not work. What was kept before stays.
 */
export async function reviewPayment(
  userId: string,
  key: string,
  order: PaymentOrder,
  find: FindEnds = findEnds,
): Promise<{ version: number }> {
  requireOffered(order.routineType, order.recipientId !== null);
  const reference = correlationIdFor(order);
  const today = pacificDay(await databaseTime());
  const faults = {
    ...orderFaults(order, today),
    ...(!reference.ok && { memo: reference.message }),
  };
  if (Object.keys(faults).length > 0) {
    throw new UserFacingError('Please check the marked fields.', faults);
  }
  const ends = await find(db(), userId, order);
  const preview = await previewFees(userId, order, ends);
  return db().$transaction((tx) => keep(tx, userId, key, { order, preview }));
}

type Reviewed = { order: PaymentOrder; preview: FeePreview };

/**
 * The version counts what can be told apart: the same thing reviewed twice, perhaps in two tabs, stays
 * one version, and either tab can confirm it.
 */
async function keep(
  tx: Transaction,
  userId: string,
  key: string,
  { order, preview }: Reviewed,
): Promise<{ version: number }> {
  // Locked, so that nothing else is kept between the comparison and the writing.
  await tx.$executeRaw`
    SELECT FROM payment_drafts WHERE user_id = ${userId}::uuid AND key = ${key}::uuid FOR UPDATE`;
  const known = await findDraft(userId, key, tx);
  const isSame =
    known !== null &&
    orderHash(known.order) === orderHash(order) &&
    hasSameFees(known.preview, preview);
  return tx.paymentDraft.upsert({
    where: { userId_key: { userId, key } },
    create: { userId, key, order, preview },
    update: { order, preview, ...(!isSame && { version: { increment: 1 } }) },
    select: { version: true },
  });
}

/** Besides fees a preview has words of Astra's that may tell the time. */
function hasSameFees(one: FeePreview, other: FeePreview): boolean {
  return (
    one.pullCents === other.pullCents &&
    one.pushCents === other.pushCents &&
    one.customerFeeCents === other.customerFeeCents &&
    one.astraFeeCents === other.astraFeeCents &&
    one.feePercent === other.feePercent
  );
}
