import { returnCodeOf } from '../rules/return-codes';
import type { RoutineRow, SegmentRow, TransferRow } from '../state/rows-money';
import { emitWebhook } from '../webhooks/emit';
import type { World } from '../world';
import { planChargeback } from './chargebacks';
import {
  completeTransfer,
  failTransfer,
  returnTransfer,
  segmentsOf,
  setSegment,
} from './end-transfer';
import { failureOf } from './failure-of';
import { moveMoney, partnerFees } from './ledger';
import { planReturn } from './returns';
import { type Plan, planTransfer } from './transfer-legs';

/** A routine's moment has come: money begins to move. */
export function startTransfer(world: World, routine: RoutineRow, amountCents: number): TransferRow {
  const plan = planTransfer(world, routine, amountCents);
  const transfer = storeTransfer(world, routine, amountCents, plan);
  emitWebhook(world, {
    type: 'transfer_created',
    userId: transfer.userId,
    resourceId: transfer.id,
  });
  if (plan.failure !== null) {
    failTransfer(world, transfer, plan.failure);
    return world.store.transfers.get(transfer.id) ?? transfer;
  }
  if (world.store.cards.get(transfer.sourceId)?.settlesWhenTold !== true) {
    for (const atMs of new Set(plan.legs.map((leg) => leg.settlesMs))) {
      world.scheduler.planAt('settle_transfer', transfer.id, atMs);
    }
  }
  return transfer;
}

function storeTransfer(
  world: World,
  routine: RoutineRow,
  amountCents: number,
  plan: Plan,
): TransferRow {
  const nowMs = world.clock.now();
  const transfer = world.store.transfers.put({
    id: world.random.uuid(),
    userId: routine.userId,
    routineId: routine.id,
    routineType: routine.type,
    routineName: routine.name,
    flow: routine.flow,
    clientCorrelationId: routine.clientCorrelationId,
    sourceId: routine.sourceId,
    destinationId: routine.destinationId,
    destinationUserId: routine.destinationUserId,
    amountCents,
    feeCents: plan.feeCents,
    paymentType: routine.paymentType,
    status: 'pending',
    failureReason: null,
    initiatedMs: nowMs,
    updatedMs: nowMs,
    estimatedClearingMs: plan.estimatedClearingMs,
    cancelBeforeMs: plan.cancelBeforeMs,
    batchDay: null,
    batchId: null,
    chargebackId: null,
    history: [{ status: 'pending', atMs: nowMs }],
  });
  for (const leg of plan.legs) {
    world.store.segments.put({
      ...leg,
      id: world.random.uuid(),
      transferId: transfer.id,
      status: 'pending',
      failureReason: null,
      initiatedMs: nowMs,
      updatedMs: nowMs,
    });
  }
  return transfer;
}

/** The networks have answered, for every leg whose time has come. */
export function settleDueLegs(world: World, transferId: string): void {
  settleLegs(world, transferId, world.clock.now());
}

/** The networks answer now, whatever the time. */
export function settleTransfer(world: World, transferId: string): void {
  settleLegs(world, transferId, Number.POSITIVE_INFINITY);
}

function settleLegs(world: World, transferId: string, untilMs: number): void {
  for (const { id } of segmentsOf(world, transferId)) {
    const transfer = world.store.transfers.get(transferId);
    const leg = world.store.segments.get(id);
    if (transfer === undefined || leg?.status !== 'pending' || leg.settlesMs > untilMs) continue;
    settleLeg(world, transfer, leg);
  }
}

function settleLeg(world: World, transfer: TransferRow, leg: SegmentRow): void {
  const failure = failureOf(world, transfer, leg);
  if (failure !== null && transfer.status === 'pending') {
    failTransfer(world, transfer, failure, leg);
    return;
  }
  if (failure !== null) {
    // The card was paid before the account could be debited.
    returnTransfer(world, transfer, returnCodeOf(failure));
    return;
  }
  const { from, to, amountCents, type } = leg;
  moveMoney(world, { from, to, cents: amountCents, reason: type, transferId: transfer.id });
  setSegment(world, leg, 'processed');
  planReturn(world, transfer, leg);
  if (!leg.isDecisive) return;
  moveMoney(world, {
    from,
    to: partnerFees,
    cents: transfer.feeCents,
    reason: 'fee',
    transferId: transfer.id,
  });
  completeTransfer(world, transfer);
  planChargeback(world, transfer);
}
