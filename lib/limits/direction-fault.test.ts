import { expect, test } from 'vitest';
import { directionFault } from './direction-fault';

const none = { maxSettlementSpeed: null, accountToCardEligible: null, cardPayments: null };

test('what is not limited is not held back', () => {
  expect(directionFault('card_to_card', none, true)).toBeNull();
  expect(directionFault('account_to_card', none, true)).toBeNull();
});

test('used up card payments hold back payments between cards, and no others', () => {
  const cardPayments = { perDay: 1, left: 0, beginsAnewAt: new Date(0) };
  const limits = { ...none, cardPayments };
  expect(directionFault('card_to_card', limits, true)).toMatch(/you have sent today’s/);
  expect(directionFault('card_to_account', limits, true)).toBeNull();
});

test('whoever may not be debited first pays cards only where the program is debited', () => {
  const limits = { ...none, accountToCardEligible: false };
  expect(directionFault('account_to_card', limits, true)).toMatch(/right now/);
  expect(directionFault('account_to_card', limits, false)).toBeNull();
});
