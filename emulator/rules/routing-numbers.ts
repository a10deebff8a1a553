/** A bank as its routing number names it, and which instant networks it takes. */
export type Bank = { readonly name: string; readonly rtp: boolean; readonly fednow: boolean };

/** `222222226` is the one that Astra offers to whoever has none; the others are real banks' own. */
const banks: Readonly<Record<string, Bank>> = {
  '222222226': { name: 'Sandbox Bank', rtp: true, fednow: true },
  '021000021': { name: 'JPMorgan Chase', rtp: true, fednow: true },
  '011401533': { name: 'Citizens Bank', rtp: true, fednow: false },
  '091000019': { name: 'Wells Fargo', rtp: true, fednow: true },
  '121000358': { name: 'Bank of America', rtp: true, fednow: false },
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

/** The bank behind a routing number; a nameless one without instant payments when it is not known. */
export function bankOf(routingNumber: string): Bank {
  return banks[routingNumber] ?? { name: 'Bank', rtp: false, fednow: false };
}
