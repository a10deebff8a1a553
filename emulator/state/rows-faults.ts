/** A fault that was asked for: what goes wrong, where, for whom, how often and for how long. */
export type FaultRow = {
  readonly id: string;
  readonly kind: string;
  /** An operation such as `routines.create`, `cards.*`, a webhook type, or `*`. */
  readonly on: string;
  /** Only in calls with this user's token or that name the user, or in webhooks about the user. */
  readonly userId: string | null;
  /** The first matching call that it strikes; 1 is the next. */
  readonly nth: number;
  /** How many times it may still strike; null for without end. */
  readonly left: number | null;
  /** The chance of each call from the `nth` on. */
  readonly probability: number;
  readonly expiresMs: number | null;
  readonly parameters: Readonly<Record<string, unknown>>;
  /** Matching calls so far, and those that it struck. */
  readonly seen: number;
  readonly hits: number;
  readonly createdMs: number;
};

/** An answer kept for its idempotency key. */
export type AnswerRow = {
  readonly id: string;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** Of the request's body: the key is good for these very bytes. */
  readonly bodyHash: string;
};
