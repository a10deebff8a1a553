/** Amounts that steer what happens, on any card and account. All are the emulator's own. */
export const testAmounts = [
  {
    cents: 222_22,
    behaviour:
      'Settles slowly: twenty times as late; by ACH at the real pace two banking days late.',
    isSlow: true,
  },
] as const;

/** Whether a payment of this amount takes its time. */
export function isSlowAmount(cents: number): boolean {
  return testAmounts.some((amount) => amount.cents === cents && amount.isSlow);
}
