import { createHash } from 'node:crypto';
import { z } from 'zod';
import { type Cents, cents, largestCents } from '@/lib/astra';
import {
  assumptions,
  frequencies,
  percent,
  routineTypes,
  settlementSpeeds,
  strictDate,
} from '@/lib/astra/contract';

/** From what to what money can go. `book` is between two settlement accounts of the program. */
export const paymentDirections = [
  'card_to_card',
  'card_to_account',
  'account_to_card',
  'account_to_account',
  'book',
] as const;

export type PaymentDirection = (typeof paymentDirections)[number];

const amount = z
  .int()
  .positive()
  .max(largestCents)
  .transform((value): Cents => cents(value));

const { settlementModes } = assumptions;

/** What drives a payment besides its amount. Which of these count depends on direction and kind. */
export const paymentTerms = z.strictObject({
  /** The Pacific day on which it starts, `YYYY-MM-DD`; today when absent. */
  startDate: strictDate.optional(),
  /** Account to account only. The two fastest leave from a settlement account of the program. */
  speed: z.enum(settlementSpeeds).optional(),
  /** Fail rather than fall back to ACH when no instant network takes it. */
  onlyInstant: z.boolean().optional(),
  /** Account to card only: who is debited, and when. */
  settlementMode: z.enum([settlementModes.gross, settlementModes.net]).optional(),
  frequency: z.enum(frequencies).optional(),
  thresholdCents: amount.optional(),
  /** Astra's id of the account whose purchases are rounded up. */
  spendingAstraId: z.string().min(1).optional(),
  amountStartCents: amount.optional(),
  amountIncrementCents: amount.optional(),
  minimumTransactionCents: amount.optional(),
  percentOfTransaction: percent.optional(),
  percentOfBalance: percent.optional(),
});

export type PaymentTerms = z.output<typeof paymentTerms>;

/** One of the person's cards or accounts by our id, or a settlement account by Astra's. */
export const chosenEnd = z.strictObject({
  kind: z.enum(['card', 'account', 'payment_instrument']),
  id: z.string().min(1).max(200),
});

export type ChosenEnd = z.output<typeof chosenEnd>;

/** What somebody wants, as it was reviewed and will be confirmed. */
export const paymentOrder = z.strictObject({
  direction: z.enum(paymentDirections),
  routineType: z.enum(routineTypes),
  source: chosenEnd,
  destination: chosenEnd,
  /** Who receives here, when it is somebody else: the destination is theirs then. */
  recipientId: z.uuid().nullable(),
  /** Null for kinds whose amounts follow from something else. */
  amountCents: amount.nullable(),
  name: z.string().trim().min(1).max(60),
  /** A reference of the person's own, or null to have one made. */
  memo: z.string().nullable(),
  terms: paymentTerms,
});

export type PaymentOrder = z.output<typeof paymentOrder>;

/**
 * What tells two orders apart: SHA-256, in hex. A form that was used already is answered with its
 * payment only when it asks for the same thing again.
 */
export function orderHash(order: PaymentOrder): string {
  return createHash('sha256').update(canonicalJson(order)).digest('hex');
}

/** JSON with the keys of every object in order, so that equal values are equal texts. */
function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}
