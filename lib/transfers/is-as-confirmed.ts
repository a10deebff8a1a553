import type { Payment, Transfer } from '@/lib/db/generated/client';

/**
 * Whether a transfer moves the amount that its payment was confirmed with, so that what was previewed
 * holds for it: what leaves, what arrives, and the fee. People may change the amount before the money
 * moves, and Astra lowers it to what somebody may move.
 */
export function isAsConfirmed(
  transfer: Pick<Transfer, 'amountCents'>,
  payment: Pick<Payment, 'amountCents'>,
): boolean {
  return transfer.amountCents === payment.amountCents;
}
