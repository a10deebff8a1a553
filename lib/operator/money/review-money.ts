import 'server-only';
import { recordAudit } from '@/lib/audit/record-audit';
import { db } from '@/lib/db/prisma';
import { explainSilence } from '@/lib/partner/explain-silence';
import { loadReview } from '@/lib/payments/compose/load-review';
import { reviewPayment } from '@/lib/payments/compose/review-payment';
import type { PaymentOrder } from '@/lib/payments/order/payment-order';
import { findProgram, requireProgram } from './find-program';
import { findProgramEnds } from './find-program-ends';
import { listSettlementAccounts } from './list-settlement-accounts';
import { readSettlementAccounts } from './read-settlement-accounts';

/**
 * Checks a payment of the program's money and keeps it for review. It is kept as the program's: the
 * operator is written down as who composed it.
 *
 * @throws UserFacingError with sentences at the fields that do not work.
 */
export async function reviewMoney(
  operatorId: string,
  key: string,
  order: PaymentOrder,
): Promise<void> {
  const programId = await requireProgram();
  const accounts = await listSettlementAccounts().catch(explainSilence);
  await reviewPayment(programId, key, order, findProgramEnds(operatorId, accounts));
  await recordAudit(db(), {
    userId: programId,
    actorId: operatorId,
    action: 'payment.reviewed',
    detail: 'An operator composed a payment of the program’s money for review.',
  });
}

/**
 * What an operator sees before they confirm it, with the address of the person who is paid, or null
 * when nothing was composed under this key. `fault` says why it cannot be confirmed as it is.
 */
export async function loadMoneyReview(operatorId: string, key: string) {
  const { userId: programId, fault } = await findProgram();
  if (programId === null) return null;
  const { accounts, silence } = await readSettlementAccounts();
  const review = await loadReview(programId, key, findProgramEnds(operatorId, accounts));
  if (!review) return null;
  return { ...review, fault: fault ?? silence ?? review.fault };
}
