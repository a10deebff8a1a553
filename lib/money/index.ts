export type { Cents } from '@/lib/astra';
export { formatCents } from './format-cents';
export { parseAmount } from './parse-amount';
export { toCents } from './to-cents';
