/** Whether a kind of identity check may be exchanged for another: upwards only. */
export function isKycUpgrade(from: string, to: string): boolean {
  const ranks = ['receive-only', 'unverified', 'verified'];
  return ranks.indexOf(to) > ranks.indexOf(from) && ranks.includes(from);
}
