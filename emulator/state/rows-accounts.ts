import type { History } from './rows';

/** A bank account without what could be abused: its last four digits stand for the number. */
export type AccountRow = {
  readonly id: string;
  readonly userId: string;
  readonly officialName: string;
  readonly name: string;
  readonly nickname: string | null;
  /** The last four digits. */
  readonly mask: string;
  /** Tells the number from others without holding it; null on accounts of tests. */
  readonly fingerprint: string | null;
  readonly institutionId: string;
  readonly institutionName: string;
  /** `depository`. */
  readonly type: string;
  /** `checking` or `savings`. */
  readonly subtype: string;
  readonly routingNumber: string;
  readonly connectionStatus: 'connected' | 'error';
  /** Null where no bank tells; may be below zero. */
  readonly currentBalanceCents: number | null;
  readonly availableBalanceCents: number | null;
  readonly lastBalanceUpdateMs: number | null;
  readonly madeBy: 'number' | 'processor' | 'hosted';
  /** Why every debit of it fails; null when it succeeds. */
  readonly debitFailure: string | null;
  /** With which code every ACH entry on it comes back; null when none does. */
  readonly returnCode: string | null;
  readonly createdMs: number;
  readonly history: History;
};

/** A movement on a linked account, as its bank tells it. */
export type TransactionRow = {
  readonly id: string;
  readonly userId: string;
  readonly accountId: string;
  readonly name: string;
  readonly category: string;
  /** Positive is money spent. */
  readonly amountCents: number;
  /** `YYYY-MM-DD`. */
  readonly date: string;
  readonly pending: boolean;
};
