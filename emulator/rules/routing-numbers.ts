/** Names for a few routing numbers; `222222226` is the one that Astra offers to whoever has none. */
const bankNames: Readonly<Record<string, string>> = {
  '222222226': 'Sandbox Bank',
  '021000021': 'First Platypus Bank',
  '011401533': 'Tartan Credit Union',
  '091000019': 'Houndstooth Bank',
};

/** Whether nine digits check out: weighed 3, 7, 1 in turn they sum to a multiple of ten. */
export function isRoutingNumber(digits: string): boolean {
  const weights = [3, 7, 1];
  let sum = 0;
  for (let place = 0; place < digits.length; place += 1) {
    sum += Number(digits[place]) * (weights[place % 3] ?? 0);
  }
  return /^\d{9}$/.test(digits) && sum > 0 && sum % 10 === 0;
}

/** What the bank behind a routing number is called. */
export function bankName(routingNumber: string): string {
  return bankNames[routingNumber] ?? 'Bank';
}
