import { expect, test } from 'vitest';
import { describeLimits, type Limits } from './describe';

const beginsAnewAt = new Date('2026-11-24T08:00:00Z');
const none: Limits = { maxSettlementSpeed: null, accountToCardEligible: null, cardPayments: null };
const day = (perDay: number, left: number) => ({ perDay, left, beginsAnewAt });
const lowered: Limits = {
  maxSettlementSpeed: 'T+4',
  accountToCardEligible: false,
  cardPayments: day(1, 1),
};

test.each([
  ['nothing is known', none],
  [
    'everything is allowed',
    { ...none, maxSettlementSpeed: 'real-time', accountToCardEligible: true },
  ],
  ['some payments of the day are left', { ...none, cardPayments: day(10, 1) }],
  ['the program has slow payments only', { ...none, maxSettlementSpeed: 'T+4' }],
  ['the program has no payments to cards', { ...none, accountToCardEligible: false }],
])('there is nothing to tell when %s', (_when, limits) => {
  expect(describeLimits(limits)).toBeNull();
});

test('a lowered person is told what is left, why that may be, and what to do', () => {
  expect(describeLimits(lowered)).toEqual({
    title: 'Astra has lowered your limits',
    cards:
      'Astra lets you send one payment a day from card to card. You have not sent one yet today.',
    banks: [
      'Payments between bank accounts take up to four business days.',
      'Payments from a bank account to a card wait until the bank has paid.',
    ],
    reason: expect.stringMatching(/changed your email address several times.*write to our support/),
    beginsAnewAt: null,
  });
});

test('what Astra does not tell of a lowered person is not told as lowered', () => {
  const words = describeLimits({ ...none, cardPayments: day(1, 1) });
  expect(words?.banks).toEqual([]);
  expect(words?.reason).not.toBeNull();
});

test('a person who has used up the day is told so, and when the next one begins', () => {
  expect(describeLimits({ ...lowered, cardPayments: day(1, 0) })).toMatchObject({
    title: 'No payments from card to card left today',
    cards: 'Astra lets you send one payment a day from card to card, and you have sent today’s.',
    beginsAnewAt,
  });
});

test('a limit that everybody has is told when it is used up, and is not called lowered', () => {
  expect(describeLimits({ ...none, cardPayments: day(10, 0) })).toEqual({
    title: 'No payments from card to card left today',
    cards:
      'Astra lets you send 10 payments a day from card to card, and you have sent them all today.',
    banks: [],
    reason: null,
    beginsAnewAt,
  });
});

test('a person without any card payments is not told to wait for midnight', () => {
  expect(describeLimits({ ...lowered, cardPayments: day(0, 0) })).toMatchObject({
    title: 'Astra has lowered your limits',
    cards: 'Astra does not let you send from card to card right now.',
    beginsAnewAt: null,
  });
});
