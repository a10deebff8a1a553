/** Said when an address has been mailed many links within a short time. */
export const tooManyLinks =
  'We have sent several links to this address already. Use the newest one, or wait a quarter of an hour.';
