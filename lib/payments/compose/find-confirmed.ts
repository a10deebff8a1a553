import 'server-only';
import type { Payment } from '@/lib/db/generated/client';
import { findPaymentOfForm } from '../find-payment';
import { orderHash } from '../order/payment-order';
import { FormUsedError } from '../send/form-used-error';
import { findDraft } from './find-draft';

/**
 * The payment that this form has made, or null before it has. What was reviewed outlives it by weeks,
 * and tells whether the person saw what was sent or, in another tab, something else.
 *
 * @param version which review the person saw.
 * @throws FormUsedError when that is not what was sent.
 */
export async function findConfirmed(
  userId: string,
  key: string,
  version: number,
): Promise<Payment | null> {
  const payment = await findPaymentOfForm(userId, key);
  if (!payment) return null;
  const draft = await findDraft(userId, key);
  if (!draft) return payment;
  if (draft.version === version && orderHash(draft.order) === payment.orderHash) return payment;
  throw new FormUsedError(payment);
}
