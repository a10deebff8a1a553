/** How long the provider's page can be used. */
export const pageMinutes = 30;

/** An account that a person chose to share at their bank. */
export type SharedAccount = {
  /** As the bank calls it. */
  name: string | null;
  /** The last digits of its number. */
  mask: string | null;
  /** `checking` or `savings`. */
  subtype: string | null;
  /** The provider's id of the bank. */
  institutionId: string | null;
  /**
   * What Astra takes in place of the account's numbers. Secret, and used at once. Null when the
   * provider did not make one for this account.
   */
  processorToken: string | null;
};

/** How a trip to the bank stands: still under way, ended with nothing, or with accounts. */
export type BankTrip = 'waiting' | 'left' | { accounts: SharedAccount[] };

/**
 * Somebody through whom people sign in to their bank, and who then vouches for their accounts
 * towards Astra. Its pages are its own: neither passwords nor numbers come here.
 */
export type BankLinkProvider = {
  /** Stays with the trips of this provider. */
  name: 'plaid' | 'stand-in';

  /**
   * Opens a page for one person, for {@link pageMinutes}.
   *
   * @param trip.returnUrl where the page sends the person when they are done, or have left.
   * @returns the page's address, and the name by which the provider knows the trip.
   * @throws BankLinkError
   */
  start: (trip: {
    userId: string;
    returnUrl: string;
  }) => Promise<{ reference: string; url: string }>;

  /**
   * Asks the provider itself how a trip ended. Accounts can be had once: who asks again after
   * getting them may get a BankLinkError that says `used`.
   *
   * @throws BankLinkError
   */
  finish: (trip: { reference: string }) => Promise<BankTrip>;
};

/**
 * - `unavailable`: no answer, or none for now. Asking again later may help.
 * - `refused`: the provider does not do this, however often it is asked, or what it did is none
 *   that we may use.
 * - `used`: the accounts of this trip were fetched before, or it is too late for that.
 * - `unreadable`: the answer is none that we understand.
 */
export type BankLinkFailure = 'unavailable' | 'refused' | 'used' | 'unreadable';

/**
 * The one error of every provider. It is made of words that are safe to log, and holds neither the
 * request nor the answer it stands for: those carry secrets.
 */
export class BankLinkError extends Error {
  override name = 'BankLinkError';
  readonly failure: BankLinkFailure;
  /** The provider's own word for it. */
  readonly code: string | null;
  /** What the provider's support asks for. */
  readonly requestId: string | null;

  constructor(
    failure: BankLinkFailure,
    what: string,
    { code = null, requestId = null }: { code?: string | null; requestId?: string | null } = {},
  ) {
    super(`${what} failed: ${code ?? failure}.`);
    this.failure = failure;
    this.code = code;
    this.requestId = requestId;
  }
}
