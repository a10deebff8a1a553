import type { History } from './rows';

export type RoutineStatus =
  | 'requires_user_verification'
  | 'user_suspended'
  | 'active'
  | 'inactive'
  | 'cancelled'
  | 'failed'
  | 'completed';

export type RoutineRow = {
  readonly id: string;
  readonly userId: string;
  readonly type: string;
  readonly paymentType: string;
  readonly name: string;
  readonly sourceId: string;
  readonly destinationId: string;
  readonly destinationUserId: string;
  readonly amountCents: number;
  /** The day in Pacific time. */
  readonly startDate: string;
  readonly clientCorrelationId: string | null;
  readonly active: boolean;
  readonly status: RoutineStatus;
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
  readonly clientCorrelationId: string | null;
  readonly sourceId: string;
  readonly destinationId: string;
  readonly destinationUserId: string;
  readonly amountCents: number;
  readonly paymentType: string;
  readonly status: TransferStatus;
  readonly failureReason: string | null;
  readonly initiatedMs: number;
  readonly updatedMs: number;
  readonly estimatedClearingMs: number;
  readonly history: History;
};
