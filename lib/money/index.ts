export type { Cents } from '@/lib/astra';
export { formatCents } from './format-cents';
export { type AmountProblem, largestPayment, type ParsedAmount, parseAmount } from './parse-amount';
export { toCents } from './to-cents';
