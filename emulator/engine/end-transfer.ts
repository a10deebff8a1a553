import { refusedFailure } from '../rules/transfer-rules';
import type { SegmentRow, SegmentStatus, TransferRow, TransferStatus } from '../state/rows-money';
import { emitWebhook } from '../webhooks/emit';
import type { World } from '../world';
import { addToBatch } from './batches';
import { reserveOf } from './instruments';
import { moveMoney } from './ledger';
import { linkPaymentEnded } from './link-status';
import { weeksOfFiftyTwo } from './routine-schedule';
import { setRoutineStatus } from './routine-status';

/** The transfers' allowed ways. Only an ACH return leads out of `processed`. */
const transitions: Readonly<Record<TransferStatus, readonly TransferStatus[]>> = {
  pending: ['processed', 'failed', 'cancelled'],
  processed: ['failed'],
  failed: [],
  cancelled: [],
};

/** The legs of a transfer, in the order in which they settle. */
export function segmentsOf(world: World, transferId: string): SegmentRow[] {
  return world.store.segments.newest('transfer', transferId, Number.POSITIVE_INFINITY).toReversed();
}

export function setSegment(
  world: World,
  segment: SegmentRow,
  status: SegmentStatus,
  failureReason: string | null = null,
): void {
  const updatedMs = world.clock.now();
  world.store.segments.put({ ...segment, status, failureReason, updatedMs });
}

/** The money has arrived. */
export function completeTransfer(world: World, transfer: TransferRow): void {
  const routine = world.store.routines.get(transfer.routineId);
  const isNet = routine?.settlementMode === 'net_debit';
  const ended = setTransferStatus(world, transfer, 'processed', null);
  if (isNet) addToBatch(world, ended);
  if (routine?.status !== 'active') return;
  const isLastWeek = routine.type === 'fifty-two-week' && routine.runs >= weeksOfFiftyTwo;
  if (routine.type === 'one-time' || isLastWeek) setRoutineStatus(world, routine, 'completed');
}

/**
 * A pending transfer cannot be made: whatever has moved goes back.
 *
 * @param failed the leg that failed; the first one that is pending when none is named
 */
export function failTransfer(
  world: World,
  transfer: TransferRow,
  reason: string,
  failed?: SegmentRow,
): void {
  if (transfer.status !== 'pending') throw refusedFailure(transfer.status);
  const legs = segmentsOf(world, transfer.id);
  const failing = failed ?? legs.find((leg) => leg.status === 'pending');
  undoLegs(world, legs);
  if (failing !== undefined) setSegment(world, failing, 'failed', reason);
  setTransferStatus(world, transfer, 'failed', reason);
  endOneTimeRoutine(world, transfer, 'failed');
}

/** The person called it back in time. The caller has checked that it may be. */
export function cancelTransfer(world: World, transfer: TransferRow): TransferRow {
  undoLegs(world, segmentsOf(world, transfer.id));
  const cancelled = setTransferStatus(world, transfer, 'cancelled', null);
  endOneTimeRoutine(world, transfer, 'cancelled');
  return cancelled;
}

/**
 * A bank sends back what it was debited for, or what it got. Before the transfer is processed it
 * simply fails; afterwards the reserve makes up for a debit, and a credit goes back to its source.
 */
export function returnTransfer(world: World, transfer: TransferRow, code: string): void {
  const leg = returnedLeg(world, transfer);
  if (transfer.status === 'pending') {
    failTransfer(world, transfer, code, leg);
    return;
  }
  if (transfer.status !== 'processed' || leg === undefined) throw refusedFailure(transfer.status);
  if (leg.status === 'processed') {
    const isDebit = leg.type === 'ach_debit';
    moveMoney(world, {
      from: isDebit ? `instrument:${reserveOf(world).id}` : leg.to,
      to: isDebit ? leg.from : sourceHolder(world, transfer, leg),
      cents: leg.amountCents,
      reason: `return ${code}`,
      transferId: transfer.id,
    });
  }
  setSegment(world, leg, 'failed', code);
  setTransferStatus(world, transfer, 'failed', code);
}

/** The leg that a bank sends back: that of the account known for it, else the debit. */
function returnedLeg(world: World, transfer: TransferRow): SegmentRow | undefined {
  const legs = segmentsOf(world, transfer.id).filter((leg) => leg.type.startsWith('ach_'));
  const bySteering = legs.find((leg) => {
    const account = leg.type === 'ach_debit' ? transfer.sourceId : transfer.destinationId;
    return (world.store.accounts.get(account)?.returnCode ?? null) !== null;
  });
  return bySteering ?? legs[0];
}

/** Where a returned credit goes: back to whoever paid. */
function sourceHolder(world: World, transfer: TransferRow, credit: SegmentRow) {
  return segmentsOf(world, transfer.id).find((leg) => leg.id !== credit.id)?.from ?? credit.from;
}

/** Puts back what has moved and drops what has not. */
function undoLegs(world: World, legs: readonly SegmentRow[]): void {
  for (const leg of legs) {
    if (leg.status === 'pending') setSegment(world, leg, 'cancelled');
    if (leg.status !== 'processed') continue;
    moveMoney(world, {
      from: leg.to,
      to: leg.from,
      cents: leg.amountCents,
      reason: `${leg.type} reversed`,
      transferId: leg.transferId,
    });
    setSegment(world, leg, 'reversed');
  }
}

function setTransferStatus(
  world: World,
  transfer: TransferRow,
  status: TransferStatus,
  failureReason: string | null,
): TransferRow {
  if (!transitions[transfer.status].includes(status)) {
    throw new Error(`A transfer cannot go from ${transfer.status} to ${status}.`);
  }
  const updatedMs = world.clock.now();
  const history = [...transfer.history, { status, atMs: updatedMs }];
  const row = { ...transfer, status, failureReason, updatedMs, history };
  world.store.transfers.put(row);
  emitWebhook(world, {
    type: 'transfer_updated',
    userId: transfer.userId,
    resourceId: transfer.id,
  });
  linkPaymentEnded(world, row);
  return row;
}

function endOneTimeRoutine(
  world: World,
  transfer: TransferRow,
  status: 'failed' | 'cancelled',
): void {
  const routine = world.store.routines.get(transfer.routineId);
  if (routine?.type === 'one-time' && routine.status === 'active') {
    setRoutineStatus(world, routine, status);
  }
}
