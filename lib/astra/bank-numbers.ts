/**
 * Whether nine digits check out as an American bank's routing number: the digits, weighed 3, 7, 1
 * in turn, sum to a multiple of ten. It says nothing of whether the bank exists.
 */
export function isRoutingNumber(digits: string): boolean {
  if (!/^\d{9}$/.test(digits) || digits === '000000000') return false;
  const weights = [3, 7, 1];
  const sum = digits
    .split('')
    .reduce((total, digit, place) => total + Number(digit) * (weights[place % 3] ?? 0), 0);
  return sum % 10 === 0;
}

/** An account number as Astra takes it: at least seven digits, zeros put in front of shorter ones. */
export function padAccountNumber(digits: string): string {
  return digits.padStart(7, '0');
}
