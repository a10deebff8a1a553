import { expect, test } from 'vitest';
import { bankOf, isRoutingNumber } from './routing-numbers';

test('a routing number is nine digits that check out', () => {
  expect(isRoutingNumber('222222226')).toBe(true);
  expect(isRoutingNumber('021000021')).toBe(true);
  expect(isRoutingNumber('021000022')).toBe(false);
  expect(isRoutingNumber('000000000')).toBe(false);
  expect(isRoutingNumber('02100002')).toBe(false);
});

test('a bank that is not in the table has no instant payments', () => {
  expect(bankOf('222222226')).toMatchObject({ rtp: true, fednow: true });
  expect(bankOf('111000025')).toMatchObject({ rtp: false, fednow: false });
});
