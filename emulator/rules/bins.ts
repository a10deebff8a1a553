/** What the first six digits of a card's number tell. */
export type Bin = {
  readonly bin: string;
  readonly card_brand: string;
  readonly card_type: string;
  readonly interchange_category: string;
  readonly issuer_name: string;
  readonly settlement_network: string;
};

/** The nine that Astra's sandbox knows. What it says about each is not published: ours. */
const sandboxBins = new Set([
  '400000',
  '400022',
  '440393',
  '460369',
  '475833',
  '498503',
  '510805',
  '520082',
  '559430',
]);

/** Those that this client has registered as its own: cards that it issues begin with them. */
export const registeredBins: readonly string[] = ['440393', '510805'];

/** @returns undefined for digits that the sandbox does not know */
export function findBin(digits: string): Bin | undefined {
  if (!sandboxBins.has(digits)) return undefined;
  const brand = digits.startsWith('4') ? 'Visa' : 'Mastercard';
  return {
    bin: digits,
    card_brand: brand,
    card_type: 'debit',
    interchange_category: registeredBins.includes(digits) ? 'regulated' : 'exempt',
    issuer_name: registeredBins.includes(digits) ? 'Partner Bank' : 'Sandbox Bank',
    settlement_network: brand,
  };
}
