import { assumptions } from '../contract';

/** How long the emulated world takes, in milliseconds. */
export type Pace = {
  /** From creating an intent, or from uploading a document, to the decision. */
  identityReviewMs: number;
  /** From handing in a business to the decision, which people make. */
  businessReviewMs: number;
  /** From a routine becoming active to its transfer. */
  transferStartMs: number;
  /** From a transfer starting to its end. */
  settlementMs: number;
  /** From adding a card to a review that changes it. */
  cardReviewMs: number;
  /** From a failed webhook to its second attempt; every later wait is twice as long. */
  firstRetryMs: number;
  /** ACH payments, returns and batches keep to the windows and holidays of the banks. */
  achFollowsCalendar: boolean;
};

/**
 * `slow` is for people who want to see each state; `fast` is for tests; with `real` ACH payments
 * take their days, which goes with a clock that is put forward.
 */
export const paces = {
  slow: {
    identityReviewMs: 2_500,
    businessReviewMs: 6_000,
    transferStartMs: 1_500,
    settlementMs: 5_000,
    cardReviewMs: 1_000,
    firstRetryMs: assumptions.webhookDelivery.firstRetryMs,
    achFollowsCalendar: false,
  },
  fast: {
    identityReviewMs: 150,
    businessReviewMs: 300,
    transferStartMs: 100,
    settlementMs: 300,
    cardReviewMs: 100,
    firstRetryMs: 200,
    achFollowsCalendar: false,
  },
  real: {
    identityReviewMs: 5_000,
    businessReviewMs: 24 * 60 * 60_000,
    transferStartMs: 2_000,
    settlementMs: 30_000,
    cardReviewMs: 2_000,
    firstRetryMs: assumptions.webhookDelivery.firstRetryMs,
    achFollowsCalendar: true,
  },
} as const satisfies Record<string, Pace>;

export type PaceName = keyof typeof paces;
