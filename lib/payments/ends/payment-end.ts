import type { PaymentEndKind } from '@/lib/db/generated/client';

/** Something that money can leave or reach, found and allowed. */
export type PaymentEnd = {
  kind: PaymentEndKind;
  /** Astra's id. */
  astraId: string;
  /** What it is called, for people. */
  label: string;
};

/** Both ends of a payment, and who receives. */
export type PaymentEnds = {
  source: PaymentEnd;
  destination: PaymentEnd;
  /** Astra's id of whoever receives: the payer too, when money stays with one person. */
  destinationAstraUserId: string;
};
