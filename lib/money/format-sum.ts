const dollars = new Intl.NumberFormat('en-US', { style: 'currency', currency: 'USD' });
const short = new Intl.NumberFormat('en-US', {
  style: 'currency',
  currency: 'USD',
  notation: 'compact',
});

/** Writes a sum of many amounts for people, of any size and to the cent. Not below zero. */
export function formatSum(sumCents: bigint): string {
  return dollars.format(sumCents / 100n).slice(0, -2) + String(sumCents % 100n).padStart(2, '0');
}

/** Writes roughly how much it is, for the edge of a chart: `$1.2M`. */
export function formatSumShort(sumCents: bigint): string {
  return short.format(Number(sumCents) / 100);
}
