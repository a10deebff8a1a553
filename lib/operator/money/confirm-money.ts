import 'server-only';
import { explainSilence } from '@/lib/partner/explain-silence';
import { confirmPayment } from '@/lib/payments/compose/confirm-payment';
import { findConfirmed } from '@/lib/payments/compose/find-confirmed';
import { requireProgram } from './find-program';
import { findProgramEnds } from './find-program-ends';
import { listSettlementAccounts } from './list-settlement-accounts';

/**
 * Sends what an operator reviewed, at most once, in the same way in which people send.
 *
 * @returns the payment's id; the same one however often this is called.
 * @throws UserFacingError when it is not possible, or must be reviewed again. Nothing was sent then.
 */
export async function confirmMoney(
  operatorId: string,
  key: string,
  version: number,
): Promise<{ paymentId: string }> {
  const programId = await requireProgram();
  const earlier = await findConfirmed(programId, key, version);
  if (earlier) return { paymentId: earlier.id };
  const accounts = await listSettlementAccounts().catch(explainSilence);
  const find = findProgramEnds(operatorId, accounts);
  return confirmPayment(programId, key, version, { operatorId, find });
}
