import type { ClockState } from '../clock/clock';

export type SmsRow = {
  readonly id: string;
  /** `+1` and ten digits. */
  readonly phone: string;
  readonly code: string;
  readonly body: string;
  readonly createdMs: number;
};

export type MailRow = {
  readonly id: string;
  readonly from: string;
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly createdMs: number;
};

/** One try to hand over a webhook. `status` is null when no HTTP answer came. */
export type Attempt = {
  readonly atMs: number;
  readonly durationMs: number;
  readonly status: number | null;
  /** The start of the answer, or what went wrong. */
  readonly note: string;
};

export type DeliveryRow = {
  /** The `webhook_id`, the same at every attempt. */
  readonly id: string;
  readonly type: string;
  readonly userId: string | null;
  readonly resourceId: string;
  /** The very bytes that are signed and sent. */
  readonly body: string;
  readonly status: 'waiting' | 'sending' | 'delivered' | 'gave_up' | 'dropped';
  readonly attempts: readonly Attempt[];
  readonly nextAttemptMs: number | null;
  /** Sent this many times more at its first attempt; absent for none. */
  readonly copies?: number;
  readonly createdMs: number;
};

export type TaskKind =
  | 'decide_intent'
  | 'decide_document'
  | 'decide_business'
  | 'decide_phone_change'
  | 'review_card'
  | 'ask_balance'
  | 'break_connection'
  | 'start_transfer'
  | 'settle_transfer'
  | 'return_transfer'
  | 'open_chargeback'
  | 'create_batch'
  | 'settle_batch'
  | 'expire_link'
  | 'send_webhook'
  | 'forget_flow';

/** Work that falls due later. Stored, so that a restart carries on with it. */
export type TaskRow = {
  readonly id: string;
  readonly kind: TaskKind;
  /** The id of what the work is about. */
  readonly subject: string;
  readonly dueMs: number;
};

/** Work that threw: it was undone, taken from the plan, and is shown here until the world ends. */
export type FailedTaskRow = TaskRow & {
  readonly error: string;
  readonly failedMs: number;
};

/** Where the clock stands. One row, `clock`. */
export type ClockRow = ClockState & {
  readonly id: 'clock';
  /** Where an advance under way leads, and whether the clock runs after it. */
  readonly target: { readonly toMs: number; readonly thenRuns: boolean } | null;
};

/** How far the seeded source of `--seed` has been used. One row, `random`. */
export type RandomRow = { readonly id: 'random'; readonly position: number };
