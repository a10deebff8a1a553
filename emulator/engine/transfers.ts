import type { TransferRow, TransferStatus } from '../state/rows-money';
import { emitWebhook } from '../webhooks/emit';
import type { World } from '../world';
import { setRoutineStatus } from './routines';

/** The transfers' allowed ways. A later return or chargeback after `processed` is not built yet. */
const transitions: Readonly<Record<TransferStatus, readonly TransferStatus[]>> = {
  pending: ['processed', 'failed', 'cancelled'],
  processed: [],
  failed: [],
  cancelled: [],
};

/** A routine's moment has come: money begins to move. */
export function startTransfer(world: World, routineId: string): void {
  const routine = world.store.routines.get(routineId);
  if (routine?.status !== 'active') return;
  const nowMs = world.clock.now();
  const transfer = world.store.transfers.put({
    id: world.random.uuid(),
    userId: routine.userId,
    routineId,
    routineType: routine.type,
    routineName: routine.name,
    clientCorrelationId: routine.clientCorrelationId,
    sourceId: routine.sourceId,
    destinationId: routine.destinationId,
    destinationUserId: routine.destinationUserId,
    amountCents: routine.amountCents,
    paymentType: routine.paymentType,
    status: 'pending',
    failureReason: null,
    initiatedMs: nowMs,
    updatedMs: nowMs,
    estimatedClearingMs: nowMs + world.pace.settlementMs,
    history: [{ status: 'pending', atMs: nowMs }],
  });
  emitWebhook(world, {
    type: 'transfer_created',
    userId: transfer.userId,
    resourceId: transfer.id,
  });
  if (world.store.cards.get(transfer.sourceId)?.settlesWhenTold) return;
  world.scheduler.plan('settle_transfer', transfer.id, world.pace.settlementMs);
}

/** The card networks have answered. */
export function settleTransfer(world: World, transferId: string): void {
  const transfer = world.store.transfers.get(transferId);
  if (transfer?.status !== 'pending') return;
  const failureReason = failureOf(world, transfer);
  const status = failureReason === null ? 'processed' : 'failed';
  endTransfer(world, transfer, status, failureReason);
}

function failureOf(world: World, transfer: TransferRow): string | null {
  const source = world.store.cards.get(transfer.sourceId);
  const destination = world.store.cards.get(transfer.destinationId);
  if (source?.status !== 'approved' || destination?.status !== 'approved') return 'card_declined';
  return source.debitFailure;
}

function endTransfer(
  world: World,
  transfer: TransferRow,
  status: TransferStatus,
  failureReason: string | null,
): void {
  if (!transitions[transfer.status].includes(status)) {
    throw new Error(`A transfer cannot go from ${transfer.status} to ${status}.`);
  }
  const updatedMs = world.clock.now();
  const history = [...transfer.history, { status, atMs: updatedMs }];
  world.store.transfers.put({ ...transfer, status, failureReason, updatedMs, history });
  emitWebhook(world, {
    type: 'transfer_updated',
    userId: transfer.userId,
    resourceId: transfer.id,
  });
  const routine = world.store.routines.get(transfer.routineId);
  if (routine?.status === 'active' && routine.type === 'one-time') {
    setRoutineStatus(world, routine, status === 'processed' ? 'completed' : 'failed');
  }
}
