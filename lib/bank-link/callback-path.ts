/**
 * Where a bank's page sends people back to, followed by the trip's state. The state stands in the
 * path, because providers keep paths as they are and may not keep queries.
 */
export const callbackPath = '/api/bank-link/callback/';
