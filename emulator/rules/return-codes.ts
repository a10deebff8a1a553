/** What the codes of ACH returns mean, as the network's rules name them. */
export const returnCodes: Readonly<Record<string, string>> = {
  R01: 'Insufficient funds',
  R02: 'Account closed',
  R03: 'No account, or unable to locate it',
  R04: 'Invalid account number',
  R07: 'Authorization revoked by the customer',
  R08: 'Payment stopped',
  R09: 'Uncollected funds',
  R10: 'Customer says it was not authorized',
  R16: 'Account frozen',
  R20: 'Not a transaction account',
  R29: 'Corporate customer says it was not authorized',
};

/** The code of a debit that the bank could not make after all. */
export function returnCodeOf(failureReason: string): string {
  return failureReason === 'account_closed' ? 'R02' : 'R01';
}
