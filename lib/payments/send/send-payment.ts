import 'server-only';
import type { Payment } from '@/lib/db/generated/client';
import { db } from '@/lib/db/prisma';
import { failpoint } from '@/lib/failpoints/failpoint';
import { UserFacingError } from '@/lib/http/user-facing-error';
import { startDeadline } from '@/lib/partner/send-deadline';
import { NeedsAuthorizationError } from '@/lib/tokens/errors';
import { getAccessToken } from '@/lib/tokens/get-access-token';
import { type FindEnds, findEnds } from '../ends/find-ends';
import { findPaymentOfForm } from '../find-payment';
import { orderHash, type PaymentOrder } from '../order/payment-order';
import { FormUsedError } from './form-used-error';
import { submitPayment } from './submit-payment';
import { sendWindowMs, writePayment } from './write-payment';

/** What somebody confirmed on the form. */
export type ConfirmedOrder = {
  /** Who pays, with whose authorization Astra is asked. */
  userId: string;
  /** Made with the form. The same form sent again is the same payment. */
  idempotencyKey: string;
  order: PaymentOrder;
  /** The operator who makes it, when it is not the payer. */
  operatorId?: string;
  /** As reviewed, for the record: what leaves, what arrives, and what that costs. In cents, and percent. */
  fees?: PreviewedFees;
};

export type PreviewedFees = {
  pullCents: number | null;
  pushCents: number | null;
  customerFeeCents: number | null;
  astraFeeCents: number | null;
  feePercent: number | null;
};

/**
 * Sends money, at most once.
 *
 * The payment is written down before Astra is asked, because after the call it may be too late: a
 * crash or a lost answer in between must leave something that remembers that money may move. The
 * form's key makes a second click, tab or retry find the first payment instead of making another.
 *
 * @param find how the ends are found and allowed; for people, {@link findEnds}.
 * @returns the payment's id, whatever Astra said; its page shows how it goes on.
 * @throws UserFacingError when the order itself is not possible. Nothing was written then.
 */
export async function sendPayment(
  confirmed: ConfirmedOrder,
  find: FindEnds = findEnds,
): Promise<{ paymentId: string }> {
  const { userId, order } = confirmed;
  const earlier = await findEarlier(confirmed);
  if (earlier) return { paymentId: earlier.id };

  await failpoint('send.before_token');
  // Asked for before anything is written, so that a person who must authorize us first is told so
  // with nothing left behind.
  const { accessToken } = await getAccessToken(userId).catch((error: unknown) => {
    if (!(error instanceof NeedsAuthorizationError)) throw error;
    throw new UserFacingError('Please connect to Astra again, then send this. No money has moved.');
  });
  await failpoint('send.after_token');

  const isTooLate = startDeadline(sendWindowMs / 2);
  const payment = await db().$transaction(async (tx) => {
    const ends = await find(tx, userId, order);
    return writePayment(tx, confirmed, ends);
  });
  if (!payment) {
    const twin = await findEarlier(confirmed);
    if (!twin) throw new Error('A payment was neither written nor found.');
    return { paymentId: twin.id };
  }
  await failpoint('send.after_write');
  await submitPayment({ payment, accessToken, isTooLate });
  return { paymentId: payment.id };
}

/** The payment that this form made before. @throws FormUsedError if it was another one. */
async function findEarlier(confirmed: ConfirmedOrder): Promise<Payment | null> {
  const payment = await findPaymentOfForm(confirmed.userId, confirmed.idempotencyKey);
  if (!payment) return null;
  if (payment.orderHash === orderHash(confirmed.order)) return payment;
  throw new FormUsedError(payment);
}
