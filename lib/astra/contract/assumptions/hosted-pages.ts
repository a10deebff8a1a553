/** Gap: the hosted pages that the table names without an address or a selector. */
export const hostedGaps = {
  /** Which account to connect again, on the page that links accounts. */
  reconnectParameter: 'account_id',
  verifyCardPath: '/cards/verify',
  verifyCardParameter: 'card_id',
} as const;
