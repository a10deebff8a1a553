import type { History } from './rows';
import type { Holder } from './rows-ledger';

export type RoutineStatus =
  | 'requires_user_verification'
  | 'pending_account_authorization'
  | 'user_suspended'
  | 'active'
  | 'inactive'
  | 'cancelled'
  | 'failed'
  | 'completed';

/** The way that the money takes. */
export type Flow =
  | 'card-to-card'
  | 'account-to-account'
  | 'account-to-card'
  | 'card-to-account'
  | 'book';

export type RoutineRow = {
  readonly id: string;
  readonly userId: string;
  readonly flow: Flow;
  readonly type: string;
  readonly paymentType: string;
  readonly name: string;
  readonly sourceId: string;
  readonly destinationId: string;
  readonly destinationUserId: string;
  /** Null on kinds that say themselves how much. */
  readonly amountCents: number | null;
  /** The day in Pacific time. */
  readonly startDate: string;
  readonly preferredSpeed: string | null;
  /** The fields of its type by their wire names, as they came: dollars, percents, ids. */
  readonly typeFields: Readonly<Record<string, string | number>>;
  readonly clientCorrelationId: string | null;
  /** Null where the client's own fee applies. */
  readonly feePercent: number | null;
  readonly settlementMode: 'gross_debit' | 'net_debit' | null;
  readonly disableAlternativeRouting: boolean;
  readonly ultimateSenderId: string | null;
  readonly ultimateReceiverId: string | null;
  readonly active: boolean;
  readonly status: RoutineStatus;
  /** When its next transfer starts; null when none is planned. */
  readonly nextRunMs: number | null;
  /** The Pacific day of its latest transfer. */
  readonly lastRunDay: string | null;
  readonly runs: number;
  readonly createdMs: number;
  readonly history: History;
};

export type TransferStatus = 'pending' | 'processed' | 'cancelled' | 'failed';

export type TransferRow = {
  readonly id: string;
  readonly userId: string;
  readonly routineId: string;
  readonly routineType: string;
  readonly routineName: string;
  readonly flow: Flow;
  readonly clientCorrelationId: string | null;
  readonly sourceId: string;
  readonly destinationId: string;
  readonly destinationUserId: string;
  readonly amountCents: number;
  /** Part of what is pulled, or kept back from what is pushed. */
  readonly feeCents: number;
  readonly paymentType: string;
  readonly status: TransferStatus;
  readonly failureReason: string | null;
  readonly initiatedMs: number;
  readonly updatedMs: number;
  readonly estimatedClearingMs: number;
  /** From then on it can no longer be cancelled, whatever its status; null: while it is pending. */
  readonly cancelBeforeMs: number | null;
  /** The business day whose batch pays for it; null when none does, or one has. */
  readonly batchDay: string | null;
  readonly batchId: string | null;
  readonly chargebackId: string | null;
  readonly history: History;
};

export type SegmentStatus = 'pending' | 'processed' | 'failed' | 'cancelled' | 'reversed';

/** One leg of a transfer: one movement between two holders. */
export type SegmentRow = {
  readonly id: string;
  readonly transferId: string;
  readonly type: 'pull' | 'push' | 'ach_debit' | 'ach_credit' | 'book';
  readonly network: string;
  readonly from: Holder;
  readonly to: Holder;
  readonly amountCents: number;
  readonly status: SegmentStatus;
  /** The transfer is processed once this leg is; a leg behind it may follow later. */
  readonly isDecisive: boolean;
  readonly failureReason: string | null;
  readonly initiatedMs: number;
  readonly settlesMs: number;
  readonly updatedMs: number;
};

/** The one debit of the partner that pays for a business day of net-mode payments. */
export type BatchRow = {
  readonly id: string;
  readonly status: 'pending' | 'processed';
  readonly amountCents: number;
  readonly transferIds: readonly string[];
  readonly createdMs: number;
  readonly updatedMs: number;
  readonly history: History;
};

export type DisputeStatus = 'Open' | 'Won' | 'Lost';

/** Somebody disputes a payment that was taken from their card. */
export type ChargebackRow = {
  readonly id: string;
  readonly transferId: string;
  readonly userId: string;
  readonly disputeStatus: DisputeStatus;
  readonly actionStatus: string;
  readonly code: string;
  readonly description: string;
  readonly amountCents: number;
  readonly createdMs: number;
  readonly updatedMs: number;
  readonly history: History;
};

/** A settlement account of the partner's. Its balance stands in the ledger. */
export type InstrumentRow = {
  readonly id: string;
  readonly name: string;
  readonly type: 'fbo' | 'reserve';
  readonly accountNumber: string;
  readonly routingNumber: string;
  readonly status: 'active';
  readonly createdMs: number;
};

export type LinkStatus = 'active' | 'paid' | 'expired' | 'cancelled';

/** A page on which anybody can pay somebody by card. */
export type PaymentLinkRow = {
  readonly id: string;
  readonly userId: string;
  readonly name: string;
  readonly description: string | null;
  readonly amountCents: number;
  readonly destinationId: string;
  readonly singleUse: boolean;
  readonly clientCorrelationId: string | null;
  readonly status: LinkStatus;
  /** The latest payment, whatever became of it. */
  readonly transferId: string | null;
  readonly expiresMs: number | null;
  readonly createdMs: number;
  readonly history: History;
};
