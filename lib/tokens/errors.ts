/** The person has to go through Astra's authorization (again) before we can act for them. */
export class NeedsAuthorizationError extends Error {
  override name = 'NeedsAuthorizationError';
  constructor() {
    super('Astra needs to be connected again before this can go on.');
  }
}

/** Somebody else is refreshing this person's tokens and did not finish in time. */
export class RefreshBusyError extends Error {
  override name = 'RefreshBusyError';
  constructor() {
    super('The connection to Astra is being renewed. Try again in a few seconds.');
  }
}
