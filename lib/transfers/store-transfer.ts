import 'server-only';
import type { Transfer } from '@/lib/astra';
import type { Transaction } from '@/lib/db/prisma';
import { notifyUser } from '@/lib/live/notify';
import { recordImpossibleChange } from '@/lib/looks/record-impossible-change';
import { outsideId, outsideIdOrNull, outsideText } from '@/lib/partner/outside-text';
import { markTransferSeen } from '@/lib/payments/mark-transfer-seen';
import { acceptPayment } from '@/lib/payments/settle/accept-payment';
import { storeChargeback } from './store-chargeback';
import { isAllowedTransition } from './transitions';

/**
 * Writes down a transfer as Astra shows it to its owner.
 *
 * Answers can overtake each other: a slow, old one must not overwrite what a newer one said. The row
 * is locked, Astra's own `updated` decides which is newer, and a status never goes back from its
 * end to `pending`.
 */
export async function storeTransfer(
  tx: Transaction,
  userId: string,
  transfer: Transfer,
): Promise<string> {
  const astraId = outsideId(transfer.id);
  const seen = transferColumns(transfer);
  if (transfer.amount_cents !== null) {
    const amountCents = BigInt(transfer.amount_cents);
    await tx.transfer.createMany({
      data: { userId, astraId, ...seen, amountCents },
      skipDuplicates: true,
    });
  }
  const [known] = await tx.$queryRaw<
    { id: string; status: string; astra_updated_at: Date | null }[]
  >`SELECT id, status, astra_updated_at FROM transfers
    WHERE astra_id = ${astraId} AND user_id = ${userId}::uuid FOR UPDATE`;
  if (!known && transfer.amount_cents === null) return 'Nothing: its amount cannot be read.';
  if (!known) return 'Nothing: the transfer belongs to another person here.';

  if (known.astra_updated_at && transfer.updated && transfer.updated < known.astra_updated_at) {
    return 'Nothing: something newer was known already.';
  }
  if (!isAllowedTransition(known.status, seen.status)) {
    const change = { astraId, userId, known: known.status, shown: seen.status };
    await recordImpossibleChange(tx, { resource: 'transfer', ...change });
    return `Nothing: a transfer does not go from ${known.status} to ${seen.status}.`;
  }
  await tx.transfer.update({ where: { id: known.id }, data: seen });
  await tx.transferStatusChange.createMany({
    data: { transferId: known.id, status: seen.status },
    skipDuplicates: true,
  });
  await storeChargeback(tx, known.id, transfer);
  if (transfer.routine_id) {
    // The event about the transfer may be the first that we hear of the payment's success.
    await acceptPayment(tx, userId, {
      ...transfer,
      id: transfer.routine_id,
      name: transfer.routine_name,
    });
    await markTransferSeen(tx, userId, outsideId(transfer.routine_id));
  }
  await notifyUser(tx, userId);
  await notifyReceiver(tx, userId, seen.destinationAstraUserId);
  return `The transfer is ${seen.status}.`;
}

/** Whoever receives it sees it as well, if they are somebody else here. */
async function notifyReceiver(
  tx: Transaction,
  senderId: string,
  destinationAstraUserId: string | null,
): Promise<void> {
  if (destinationAstraUserId === null) return;
  const receiver = await tx.astraConnection.findUnique({
    where: { astraUserId: destinationAstraUserId },
    select: { userId: true },
  });
  if (receiver && receiver.userId !== senderId) await notifyUser(tx, receiver.userId);
}

/** What is kept of a transfer as Astra shows it. */
export function transferColumns(transfer: Transfer) {
  return {
    routineAstraId: outsideIdOrNull(transfer.routine_id),
    name: outsideText(transfer.routine_name),
    status: outsideText(transfer.status) ?? 'unknown',
    // Unreadable now, it does not undo what was readable before.
    ...(transfer.amount_cents !== null && { amountCents: BigInt(transfer.amount_cents) }),
    sourceAstraId: outsideIdOrNull(transfer.source_id),
    destinationAstraId: outsideIdOrNull(transfer.destination_id),
    failureReason: outsideText(transfer.failure_reason),
    initiatedAt: transfer.initiated,
    ...(transfer.initiated && { startedAt: transfer.initiated }),
    estimatedClearing: transfer.estimated_clearing_date,
    astraUpdatedAt: transfer.updated,
    paymentType: outsideText(transfer.payment_type),
    routineType: outsideText(transfer.routine_type),
    clientCorrelationId: outsideIdOrNull(transfer.client_correlation_id),
    destinationAstraUserId: outsideIdOrNull(transfer.destination_user_id),
    settlementReason: outsideText(transfer.astra_settlement_reason),
  };
}
