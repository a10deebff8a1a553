import 'server-only';
import { pacificDay } from '@/lib/astra';
import { databaseTime } from '@/lib/db/database-time';
import { UserFacingError } from '@/lib/http/user-facing-error';
import type { FindEnds } from '../ends/find-ends';
import { orderFaults } from '../order/order-faults';
import type { PaymentOrder } from '../order/payment-order';
import { sendPayment } from '../send/send-payment';
import { findConfirmed } from './find-confirmed';
import { findDraft } from './find-draft';
import { feePercentNow } from './preview-fees';
import { requireOffered } from './require-offered';

/** Fees may change; what was reviewed longer ago than this is reviewed again. */
const reviewLifetimeMs = 15 * 60_000;

type Draft = NonNullable<Awaited<ReturnType<typeof findDraft>>>;

/** Whether something that was reviewed may not be confirmed any more, as it may cost another fee now. */
export function isOldReview({ at, order, preview }: Draft, now: Date): boolean {
  const isLongAgo = now.getTime() - at.getTime() > reviewLifetimeMs;
  return isLongAgo || preview.feePercent !== feePercentNow(order);
}

/** For a payment that an operator makes: who it is, and how its ends are found and allowed. */
type ByOperator = { operatorId: string; find: FindEnds };

/** What was reviewed is too old, or is not what would be sent: it has to be reviewed again. */
export class ReviewAgainError extends UserFacingError {
  override name = 'ReviewAgainError';
  constructor() {
    super('This was changed, or its fees may have. Please review it again. Nothing was sent.');
  }
}

/** Midnight may have come since the review, and made a day that was still to come one that is over. */
function requireStillPossible(order: PaymentOrder, today: string): void {
  const faults = orderFaults(order, today);
  const [first] = Object.values(faults);
  if (first === undefined) return;
  const next = 'Please change this and review it again. Nothing was sent.';
  throw new UserFacingError(`${first} ${next}`, faults);
}

/**
 * Sends what was reviewed under this form's key, at most once: exactly that, whatever the browser
 * says besides.
 *
 * @param version which review the person saw. Another tab may have composed something else since.
 * @returns the payment's id; the same one however often this is called.
 * @throws FormUsedError when this form has sent something else than the person saw.
 * @throws ReviewAgainError when something else, or nothing, would be sent.
 * @throws UserFacingError when the payment is not possible any more. Nothing was sent then.
 */
export async function confirmPayment(
  userId: string,
  key: string,
  version: number,
  by?: ByOperator,
): Promise<{ paymentId: string }> {
  const earlier = await findConfirmed(userId, key, version);
  if (earlier) return { paymentId: earlier.id };
  const draft = await findDraft(userId, key);
  const now = await databaseTime();
  const isGood = draft !== null && draft.version === version && !isOldReview(draft, now);
  if (!isGood) throw new ReviewAgainError();
  // It may be offered no more since it was composed.
  requireOffered(draft.order.routineType, draft.order.recipientId !== null);
  requireStillPossible(draft.order, pacificDay(now));
  const { estimatedSettlement: _words, ...fees } = draft.preview;
  const confirmed = {
    userId,
    idempotencyKey: key,
    order: draft.order,
    fees,
  };
  return by
    ? sendPayment({ ...confirmed, operatorId: by.operatorId }, by.find)
    : sendPayment(confirmed);
}
