import { expect, test } from 'vitest';
import { transferStatuses } from '@/lib/astra/contract';
import { isAllowedTransition } from './transitions';

const moves = new Set([
  'pending > processed',
  'pending > failed',
  'pending > cancelled',
  'processed > failed',
]);

const table = transferStatuses.flatMap((from) => transferStatuses.map((to) => [from, to] as const));

test.each(table)('from %s to %s is allowed exactly when money can go that way', (from, to) => {
  expect(isAllowedTransition(from, to)).toBe(from === to || moves.has(`${from} > ${to}`));
});

test.each(transferStatuses)(
  'a status that nobody knows yet may come before and after %s',
  (known) => {
    expect(isAllowedTransition(known, 'on_hold')).toBe(true);
    expect(isAllowedTransition('on_hold', known)).toBe(true);
    expect(isAllowedTransition('__proto__', known)).toBe(true);
  },
);
