import type { Cents } from '@/lib/astra';

const small = [
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen',
  'sixteen seventeen eighteen nineteen',
]
  .join(' ')
  .split(' ');
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const groups = ['', ' thousand', ' million', ' billion', ' trillion'];

/**
 * Writes a positive amount in words: `one thousand two hundred dollars and 50 cents`. A zero too many
 * is easy to miss in digits, and not in words.
 */
export function amountInWords(amount: Cents): string {
  const dollars = Math.floor(amount / 100);
  const rest = amount % 100;
  const cents = rest === 0 ? null : `${rest} ${rest === 1 ? 'cent' : 'cents'}`;
  if (dollars === 0 && cents) return cents;
  const whole = `${numberInWords(dollars)} ${dollars === 1 ? 'dollar' : 'dollars'}`;
  return cents ? `${whole} and ${cents}` : whole;
}

function numberInWords(value: number): string {
  if (value === 0) return 'zero';
  const words: string[] = [];
  // Three digits at a time, as they are grouped by commas.
  for (let left = value, group = 0; left > 0; left = Math.floor(left / 1000), group += 1) {
    const three = left % 1000;
    if (three > 0) words.unshift(`${belowThousand(three)}${groups[group] ?? ''}`);
  }
  return words.join(' ');
}

function belowThousand(value: number): string {
  const hundreds = Math.floor(value / 100);
  const rest = value % 100;
  const before = hundreds > 0 ? `${small[hundreds]} hundred` : '';
  return [before, rest > 0 ? belowHundred(rest) : ''].filter(Boolean).join(' ');
}

function belowHundred(value: number): string {
  if (value < 20) return small[value] ?? '';
  const ten = tens[Math.floor(value / 10) - 2] ?? '';
  return value % 10 === 0 ? ten : `${ten}-${small[value % 10]}`;
}
