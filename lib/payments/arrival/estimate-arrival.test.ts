import { assert, constantFrom, date, property } from 'fast-check';
import { expect, test } from 'vitest';
import type { PaymentOrder } from '../order/payment-order';
import { isBankingDay } from './banking-days';
import { estimateArrival } from './estimate-arrival';

type Order = Pick<PaymentOrder, 'direction' | 'routineType' | 'terms'>;

function byBank(terms: Order['terms'] = {}): Order {
  return { direction: 'account_to_account', routineType: 'one-time', terms };
}

function dayOf(order: Order, at: string) {
  const arrival = estimateArrival(order, new Date(at));
  return arrival.kind === 'banking_day' ? arrival.day : arrival.kind;
}

test.each(['card_to_card', 'account_to_card'] as const)(
  'a payment %s arrives at once',
  (direction) => {
    expect(dayOf({ direction, routineType: 'one-time', terms: {} }, '2026-11-24T12:00:00Z')).toBe(
      'instant',
    );
  },
);

test.each([
  ['before a quarter to four', '2026-11-24T20:44:00Z', '2026-11-24'],
  ['after it', '2026-11-24T20:45:00Z', '2026-11-25'],
  ['on a Friday evening', '2026-11-28T00:00:00Z', '2026-11-30'],
])(
  'from a card into an account, %s in New York, it takes until the right day',
  (_when, at, day) => {
    expect(dayOf({ direction: 'card_to_account', routineType: 'one-time', terms: {} }, at)).toBe(
      day,
    );
  },
);

// Tuesday, November 24, 2026; New York is five hours behind UTC, and the 26th is Thanksgiving.
test.each([
  ['T+1', 'before the last window', '2026-11-24T23:44:00Z', '2026-11-25'],
  ['T+1', 'after the last window', '2026-11-24T23:45:00Z', '2026-11-27'],
  ['T+2', 'over Thanksgiving', '2026-11-24T12:00:00Z', '2026-11-27'],
  ['T+4', 'over Thanksgiving and a weekend', '2026-11-24T12:00:00Z', '2026-12-01'],
  ['T+1', 'on a Saturday night', '2026-11-29T03:00:00Z', '2026-12-01'],
  ['T+1', 'in summer, by New York’s clock', '2026-07-01T22:44:00Z', '2026-07-02'],
  ['T+1', 'in summer, a minute too late', '2026-07-01T22:45:00Z', '2026-07-03'],
  ['T+1', 'before a leap day', '2028-02-28T15:00:00Z', '2028-02-29'],
] as const)('%s handed in %s arrives on the right day', (speed, _when, at, day) => {
  expect(dayOf(byBank({ speed }), at)).toBe(day);
});

test('without a speed, the usual one counts', () => {
  const at = '2026-11-24T12:00:00Z';
  expect(dayOf(byBank(), at)).toBe(dayOf(byBank({ speed: 'T+2' }), at));
});

test('a payment that starts later leaves on the first banking day from then', () => {
  const at = '2026-11-24T12:00:00Z';
  expect(dayOf(byBank({ speed: 'T+1', startDate: '2026-12-25' }), at)).toBe('2026-12-29');
  expect(dayOf(byBank({ speed: 'T+1', startDate: '2026-12-10' }), at)).toBe('2026-12-11');
});

test('an automatic kind arrives whenever something drives it', () => {
  const order: Order = { ...byBank(), routineType: 'sweep' };
  expect(estimateArrival(order, new Date(0))).toEqual({ kind: 'automatic' });
});

test('whenever it is handed in, it leaves and arrives on banking days, the slower never sooner', () => {
  const moments = date({
    min: new Date('2020-01-01T00:00:00Z'),
    max: new Date('2060-01-01T00:00:00Z'),
    noInvalidDate: true,
  });
  const pairs = constantFrom(['T+1', 'T+2'] as const, ['T+2', 'T+4'] as const);
  assert(
    property(moments, pairs, (at, [fast, slow]) => {
      const [one, other] = [fast, slow].map((speed) => estimateArrival(byBank({ speed }), at));
      if (one?.kind !== 'banking_day' || other?.kind !== 'banking_day') throw new Error('No day.');
      expect([one.leavesOn, one.day, other.day].every(isBankingDay)).toBe(true);
      expect(one.leavesOn < one.day && one.day < other.day).toBe(true);
    }),
  );
});
