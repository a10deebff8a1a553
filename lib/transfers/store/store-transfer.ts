import 'server-only';
import type { Transfer } from '@/lib/astra';
import { db, type Transaction } from '@/lib/db/prisma';
import { recordImpossibleChange } from '@/lib/looks/record-impossible-change';
import { outsideId, outsideIdOrNull, outsideText } from '@/lib/partner/outside-text';
import { markTransferSeen } from '@/lib/payments/mark-transfer-seen';
import {
  acceptPayment,
  type RoutineEvidence,
  referencesOf,
} from '@/lib/payments/settle/accept-payment';
import { recordFoundChange } from '@/lib/webhooks/sync/record-found-change';
import { storeChargeback } from './store-chargeback';
import { type Seen, type Stored, storedOutcome, storeStatement } from './store-statement';
import { barredFrom } from './transitions';

/**
 * Writes down a transfer as Astra shows it to its owner, and that this was news, if it was.
 *
 * Answers can overtake each other: a slow, old one must not overwrite what a newer one said. The row
 * is locked, Astra's own `updated` decides which is newer, and a status never goes back from its
 * end to `pending`.
 *
 * @param options.wasTold whether an event had asked for the look that saw this.
 */
export async function storeTransfer(
  tx: Transaction,
  userId: string,
  transfer: Transfer,
  options: { wasTold?: boolean } = {},
): Promise<string> {
  const { wasTold = false } = options;
  const seen = seenOf(userId, transfer, wasTold);
  const { astraId, columns } = seen;
  const [stored] = await tx.$queryRaw<Stored[]>(storeStatement(seen));
  if (!stored?.id) {
    if (stored?.known) return explain(tx, { userId, astraId, shown: columns.status }, stored.known);
    if (transfer.amount_cents === null) return 'Nothing: its amount cannot be read.';
    // Somebody else wrote it down at the same moment, so now it is known.
    return storeTransfer(tx, userId, transfer, options);
  }
  const { id } = stored;
  if (transfer.chargeback) {
    const write = () => storeChargeback(tx, id, transfer);
    await recordFoundChange(tx, { resource: 'transfer', astraId, wasTold, write });
  }
  const routine = routineOf(transfer);
  if (routine && stored.hasUntiedPayment) {
    // The event about the transfer may be the first that we hear of the payment's success.
    await acceptPayment(tx, userId, routine);
    await markTransferSeen(tx, userId, outsideId(routine.id));
  }
  return storedOutcome(columns.status);
}

/**
 * The same together with the end of the events that asked for the look, in one statement.
 *
 * @returns false when there is more to do than that, as there seldom is. Nothing is written then.
 */
export async function storeAndFinish(
  userId: string,
  transfer: Transfer,
  eventIds: readonly string[],
): Promise<boolean> {
  if (transfer.chargeback) return false;
  const statement = storeStatement(seenOf(userId, transfer, true), eventIds);
  const [stored] = await db().$queryRaw<Stored[]>(statement);
  return typeof stored?.id === 'string';
}

function seenOf(userId: string, transfer: Transfer, wasTold: boolean): Seen {
  const columns = transferColumns(transfer);
  const routine = routineOf(transfer);
  return {
    userId,
    astraId: outsideId(transfer.id),
    columns,
    barredFrom: barredFrom(columns.status),
    references: routine ? referencesOf(routine) : [],
    wasTold,
  };
}

/** Why a transfer was left as it is known. A change that cannot be is recorded. */
async function explain(
  tx: Transaction,
  { userId, astraId, shown }: { userId: string; astraId: string; shown: string },
  { isTheirs, isNewer, status: known }: NonNullable<Stored['known']>,
): Promise<string> {
  if (!isTheirs) return 'Nothing: the transfer belongs to another person here.';
  if (isNewer) return 'Nothing: something newer was known already.';
  await recordImpossibleChange(tx, { resource: 'transfer', astraId, userId, known, shown });
  return `Nothing: a transfer does not go from ${known} to ${shown}.`;
}

/** What a transfer tells of the routine that it came from. */
function routineOf(transfer: Transfer): RoutineEvidence | null {
  if (!transfer.routine_id) return null;
  return { ...transfer, id: transfer.routine_id, name: transfer.routine_name };
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
