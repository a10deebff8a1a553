import { naiveDateTime, offsetDateTime } from '../clock/format';
import { assumptions } from '../contract';
import { instrumentBalance } from '../engine/instruments';
import { type Cents, dollarsOf } from '../rules/money';
import type {
  BatchRow,
  ChargebackRow,
  InstrumentRow,
  PaymentLinkRow,
  RoutineRow,
  SegmentRow,
  TransferRow,
} from '../state/rows-money';
import type { World } from '../world';

const { sender, receiver } = assumptions.ultimateFields;

function dollarsOrNull(cents: Cents | null): number | null {
  return cents === null ? null : dollarsOf(cents);
}

/** What is given and nothing else: Astra leaves fields of other kinds out. */
function present(fields: Readonly<Record<string, string | number | null>>) {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null));
}

export function printRoutine(row: RoutineRow) {
  return {
    id: row.id,
    type: row.type,
    name: row.name,
    payment_type: row.paymentType,
    source_id: row.sourceId,
    destination_id: row.destinationId,
    destination_user_id: row.destinationUserId,
    ...present({ amount: dollarsOrNull(row.amountCents) }),
    start_date: row.startDate,
    ...row.typeFields,
    active: row.active,
    status: row.status,
    created: offsetDateTime(row.createdMs),
    ...present({
      preferred_settlement_speed: row.preferredSpeed,
      client_correlation_id: row.clientCorrelationId,
      [sender]: row.ultimateSenderId,
      [receiver]: row.ultimateReceiverId,
    }),
  };
}

/** The routines between cards and accounts nest their ends. */
export function printNestedRoutine(row: RoutineRow) {
  return {
    id: row.id,
    status: row.status,
    name: row.name,
    amount: dollarsOrNull(row.amountCents),
    source: { id: row.sourceId },
    destination: { id: row.destinationId, user_id: row.destinationUserId },
    start_date: row.startDate,
    created: offsetDateTime(row.createdMs),
    active: row.active,
    type: row.type,
    ...present({
      client_correlation_id: row.clientCorrelationId,
      debit_fee_percent: row.feePercent,
      settlement_mode: row.settlementMode,
      [sender]: row.ultimateSenderId,
      [receiver]: row.ultimateReceiverId,
    }),
  };
}

export function printTransfer(world: World, row: TransferRow) {
  const chargeback = world.store.chargebacks.get(row.chargebackId ?? '');
  return {
    id: row.id,
    status: row.status,
    routine_id: row.routineId,
    routine_type: row.routineType,
    routine_name: row.routineName,
    client_correlation_id: row.clientCorrelationId,
    source_id: row.sourceId,
    destination_id: row.destinationId,
    destination_user_id: row.destinationUserId,
    amount: dollarsOf(row.amountCents),
    payment_type: row.paymentType,
    initiated: naiveDateTime(row.initiatedMs),
    updated: naiveDateTime(row.updatedMs),
    estimated_clearing_date: naiveDateTime(row.estimatedClearingMs),
    failure_reason: row.failureReason,
    ...(chargeback === undefined ? {} : { chargeback: printChargeback(row, chargeback) }),
  };
}

function printChargeback(transfer: TransferRow, row: ChargebackRow) {
  const processedMs = transfer.history.find(({ status }) => status === 'processed')?.atMs;
  return {
    cb_id: row.id,
    user_id: row.userId,
    dispute_status: row.disputeStatus,
    action_status: row.actionStatus,
    exception_code: row.code,
    exception_description: row.description,
    exception_type: 'Chargeback',
    exception_date: naiveDateTime(row.createdMs),
    exception_settled_amount: dollarsOf(row.amountCents),
    original_settled_amount: dollarsOf(row.amountCents),
    original_creation_date: naiveDateTime(transfer.initiatedMs),
    original_processed_date: naiveDateTime(processedMs ?? transfer.updatedMs),
    status_date: naiveDateTime(row.updatedMs),
    created: naiveDateTime(row.createdMs),
    updated: naiveDateTime(row.updatedMs),
  };
}

export function printSegment(row: SegmentRow) {
  return {
    id: row.id,
    transfer_id: row.transferId,
    type: row.type,
    status: row.status,
    amount: dollarsOf(row.amountCents),
    initiated: naiveDateTime(row.initiatedMs),
    updated: naiveDateTime(row.updatedMs),
    network: row.network,
    failure_reason: row.failureReason,
  };
}

export function printBatch(row: BatchRow) {
  return {
    id: row.id,
    status: row.status,
    amount: dollarsOf(row.amountCents),
    created: naiveDateTime(row.createdMs),
    updated: naiveDateTime(row.updatedMs),
    transfer_count: row.transferIds.length,
    transfers: row.transferIds,
  };
}

export function printInstrument(world: World, row: InstrumentRow) {
  const balance = dollarsOf(instrumentBalance(world, row.id));
  return {
    id: row.id,
    name: row.name,
    type: row.type,
    account_number: row.accountNumber,
    routing_number: row.routingNumber,
    available_balance: balance,
    current_balance: balance,
    status: row.status,
    updated: naiveDateTime(world.clock.now()),
  };
}

export function printLink(world: World, row: PaymentLinkRow) {
  return {
    id: row.id,
    url: `${world.places.hostedUrl}/pay/${row.id}`,
    status: row.status,
    name: row.name,
    amount: dollarsOf(row.amountCents),
    destination_id: row.destinationId,
    description: row.description,
    single_use: row.singleUse,
    created: naiveDateTime(row.createdMs),
    expires_at: row.expiresMs === null ? null : naiveDateTime(row.expiresMs),
    transfer_id: row.transferId,
  };
}
