import { expect, test } from 'vitest';
import { institutions } from './institutions';
import { bankName, isRoutingNumber } from './routing-numbers';

test('a routing number is nine digits that check out', () => {
  expect(isRoutingNumber('222222226')).toBe(true);
  expect(isRoutingNumber('021000021')).toBe(true);
  expect(isRoutingNumber('021000022')).toBe(false);
  expect(isRoutingNumber('000000000')).toBe(false);
  expect(isRoutingNumber('02100002')).toBe(false);
});

test('a bank is called the same wherever it appears', () => {
  for (const { name, routingNumber } of institutions) expect(bankName(routingNumber)).toBe(name);
});
