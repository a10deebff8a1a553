import { actionStatuses, chargebackReason } from '../rules/chargeback-reasons';
import { Problem } from '../server/problem';
import type { ChargebackRow, DisputeStatus, TransferRow } from '../state/rows-money';
import { emitWebhook } from '../webhooks/emit';
import type { World } from '../world';
import { segmentsOf } from './end-transfer';
import { reserveOf } from './instruments';
import { moveMoney } from './ledger';

/** How long after the payment the owner of the steering card disputes it, when the calendar rules. */
const daysToDisputeMs = 5 * 86_400_000;

/** Plans the dispute of a payment from the card that disputes everything. */
export function planChargeback(world: World, transfer: TransferRow): void {
  if (world.store.cards.get(transfer.sourceId)?.opensChargeback !== true) return;
  const { achFollowsCalendar, settlementMs } = world.pace;
  const waitMs = achFollowsCalendar ? daysToDisputeMs : settlementMs;
  world.scheduler.plan('open_chargeback', transfer.id, waitMs);
}

/** The planned dispute, unless somebody has opened one by hand. */
export function openDueChargeback(world: World, transferId: string): void {
  const transfer = world.store.transfers.get(transferId);
  if (transfer?.status === 'processed' && transfer.chargebackId === null) {
    openChargeback(world, transferId);
  }
}

/**
 * The owner of the card disputes a payment: the reserve pays them back until it is decided.
 *
 * @throws Problem when there is no processed card payment to dispute, or it is disputed already
 */
export function openChargeback(world: World, transferId: string, code?: string): ChargebackRow {
  const transfer = world.store.transfers.get(transferId);
  const pull = segmentsOf(world, transferId).find((leg) => leg.type === 'pull');
  if (transfer?.status !== 'processed' || pull === undefined || transfer.chargebackId !== null) {
    throw new Problem(400, 'Only a processed payment from a card can be disputed, and only once.');
  }
  const nowMs = world.clock.now();
  const row = world.store.chargebacks.put({
    ...chargebackReason(pull.network, code),
    id: `C${world.random.digits(6)}V${world.random.digits(10)}`,
    transferId,
    userId: transfer.userId,
    disputeStatus: 'Open',
    actionStatus: actionStatuses.Open,
    amountCents: pull.amountCents,
    createdMs: nowMs,
    updatedMs: nowMs,
    history: [{ status: 'Open', atMs: nowMs }],
  });
  world.store.transfers.put({ ...transfer, chargebackId: row.id });
  moveDisputed(world, row, 'opened');
  tellChargeback(world, 'chargeback_created', row);
  return row;
}

/** The dispute is decided: won by the partner, who gets the money back, or lost. */
export function decideChargeback(
  world: World,
  chargebackId: string,
  disputeStatus: Exclude<DisputeStatus, 'Open'>,
): ChargebackRow {
  const row = world.store.chargebacks.get(chargebackId);
  if (row?.disputeStatus !== 'Open') throw new Problem(400, 'The dispute is not open.');
  const updatedMs = world.clock.now();
  const decided = world.store.chargebacks.put({
    ...row,
    disputeStatus,
    actionStatus: actionStatuses[disputeStatus],
    updatedMs,
    history: [...row.history, { status: disputeStatus, atMs: updatedMs }],
  });
  if (disputeStatus === 'Won') moveDisputed(world, row, 'won');
  tellChargeback(world, 'chargeback_updated', decided);
  return decided;
}

function moveDisputed(world: World, row: ChargebackRow, what: 'opened' | 'won'): void {
  const reserve = `instrument:${reserveOf(world).id}` as const;
  const card = `card:${world.store.transfers.get(row.transferId)?.sourceId ?? ''}` as const;
  moveMoney(world, {
    from: what === 'opened' ? reserve : card,
    to: what === 'opened' ? card : reserve,
    cents: row.amountCents,
    reason: `chargeback ${what}`,
    transferId: row.transferId,
  });
}

function tellChargeback(world: World, type: string, row: ChargebackRow): void {
  emitWebhook(world, {
    type,
    userId: row.userId,
    resourceId: row.id,
    resourceParentId: row.transferId,
  });
}
