import { assert, constantFrom, date, property } from 'fast-check';
import { expect, test } from 'vitest';
import { cents } from '@/lib/astra';
import { routineTypes } from '@/lib/astra/contract';
import { orderFaults } from './order-faults';
import { type PaymentOrder, paymentDirections } from './payment-order';

const order: PaymentOrder = {
  direction: 'account_to_account',
  routineType: 'one-time',
  source: { kind: 'account', id: 'one' },
  destination: { kind: 'account', id: 'other' },
  recipientId: null,
  amountCents: cents(499),
  name: 'Rent',
  memo: null,
  terms: {},
};

const days = date({
  min: new Date('2000-01-01T00:00:00Z'),
  max: new Date('2099-12-31T00:00:00Z'),
  noInvalidDate: true,
}).map((at) => at.toISOString().slice(0, 10));
const directions = constantFrom(...paymentDirections);

test('no payment starts in the past, and with a card in it, none later than today', () => {
  assert(
    property(days, days, directions, (today, startDate, direction) => {
      const faults = orderFaults({ ...order, direction, terms: { startDate } }, today);
      const isByBank = direction === 'account_to_account' || direction === 'book';
      const isPossible = startDate === today || (isByBank && startDate > today);
      expect('startDate' in faults).toBe(!isPossible);
    }),
  );
});

test('what goes into a card is not said to charge one', () => {
  const terms = { startDate: '2031-01-06' };
  const faults = orderFaults({ ...order, direction: 'account_to_card', terms }, '2026-11-24');
  expect(faults['startDate']).toBe('A payment from or to a card starts today. Leave this empty.');
});

test('every payment may start today, whatever day it is', () => {
  assert(
    property(days, directions, (today, direction) => {
      expect(orderFaults({ ...order, direction, terms: { startDate: today } }, today)).toEqual({});
    }),
  );
});

test.each([
  ['one-time', []],
  ['recurring', ['frequency']],
  ['sweep', ['thresholdCents']],
  ['refill', ['thresholdCents']],
  ['round-up', ['spendingAstraId']],
  ['percentage-based', ['percentOfTransaction']],
  ['percentage-balance', ['percentOfBalance']],
  ['fifty-two-week', ['amountIncrementCents', 'amountStartCents']],
] as const)('a payment of the kind %s needs what drives it', (routineType, needed) => {
  expect(Object.keys(orderFaults({ ...order, routineType }, '2026-11-24')).sort()).toEqual(needed);
});

test('a payment without an amount is one that moves by itself', () => {
  for (const routineType of routineTypes) {
    const faults = orderFaults({ ...order, routineType, amountCents: null }, '2026-11-24');
    expect('amount' in faults).toBe(routineType === 'one-time' || routineType === 'recurring');
  }
});

test('only payments between accounts repeat or move by themselves, and recurring ones between cards', () => {
  assert(
    property(directions, constantFrom(...routineTypes), (direction, routineType) => {
      const isPossible =
        routineType === 'one-time' ||
        direction === 'account_to_account' ||
        (direction === 'card_to_card' && routineType === 'recurring');
      const faults = orderFaults({ ...order, direction, routineType }, '2026-11-24');
      expect('routineType' in faults).toBe(!isPossible);
    }),
  );
});
