export type { Cents } from '@/lib/astra';
export { amountInWords } from './amount-in-words';
export { formatCents } from './format-cents';
export { formatPlain } from './format-plain';
export { formatSum, formatSumShort } from './format-sum';
export { parseAmount } from './parse-amount';
export { parseBalance } from './parse-balance';
export { toCents } from './to-cents';
