import 'server-only';
import type { Transfer } from '@/lib/astra';
import type { Transaction } from '@/lib/db/prisma';
import { outsideId, outsideText } from '@/lib/partner/outside-text';

/**
 * Writes down the dispute that a transfer shows, if it shows one. Astra has no page for disputes of
 * their own: the transfer is where they stand.
 *
 * @param transferId our id of the transfer.
 */
export async function storeChargeback(
  tx: Transaction,
  transferId: string,
  { chargeback }: Transfer,
): Promise<void> {
  if (!chargeback?.cb_id) return;
  const id = outsideId(chargeback.cb_id);
  const columns = chargebackColumns(chargeback);
  await tx.chargeback.createMany({
    data: { id, transferId, ...columns },
    skipDuplicates: true,
  });
  const { statusAt } = columns;
  await tx.chargeback.updateMany({
    where: {
      id,
      // A dispute belongs to one transfer for good.
      transferId,
      // The transfer's own `updated` need not move with its dispute: an old answer is told by this.
      ...(statusAt && { OR: [{ statusAt: null }, { statusAt: { lte: statusAt } }] }),
    },
    data: columns,
  });
}

/** What is kept of a dispute as its transfer shows it. */
export function chargebackColumns(chargeback: NonNullable<Transfer['chargeback']>) {
  const amount = chargeback.exception_settled_amount_cents;
  return {
    disputeStatus: outsideText(chargeback.dispute_status),
    actionStatus: outsideText(chargeback.action_status),
    exceptionCode: outsideText(chargeback.exception_code),
    exceptionType: outsideText(chargeback.exception_type),
    exceptionDescription: outsideText(chargeback.exception_description),
    amountCents: amount === null ? null : BigInt(amount),
    openedAt: chargeback.exception_date ?? chargeback.created,
    statusAt: chargeback.status_date ?? chargeback.updated,
  };
}
