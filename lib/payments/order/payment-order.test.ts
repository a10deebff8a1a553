import { isDeepStrictEqual } from 'node:util';
import {
  assert,
  constantFrom,
  date,
  double,
  integer,
  option,
  property,
  record,
  string,
  uuid,
} from 'fast-check';
import { expect, test } from 'vitest';
import { cents, largestCents } from '@/lib/astra';
import { frequencies, routineTypes, settlementSpeeds } from '@/lib/astra/contract';
import { orderHash, paymentDirections, paymentOrder, paymentTerms } from './payment-order';

const days = date({
  min: new Date('2000-01-01T00:00:00Z'),
  max: new Date('2099-12-31T00:00:00Z'),
  noInvalidDate: true,
}).map((at) => at.toISOString().slice(0, 10));
const amounts = integer({ min: 1, max: largestCents });
const percents = double({ min: 0.01, max: 100, noNaN: true });
const ends = record({ kind: constantFrom('card', 'account', 'payment_instrument'), id: uuid() });

const orders = record({
  direction: constantFrom(...paymentDirections),
  routineType: constantFrom(...routineTypes),
  source: ends,
  destination: ends,
  recipientId: option(uuid()),
  amountCents: option(amounts),
  name: string({ minLength: 1, maxLength: 60 }).filter((name) => name.trim() !== ''),
  memo: option(string()),
  terms: record(
    {
      startDate: days,
      speed: constantFrom(...settlementSpeeds),
      onlyInstant: constantFrom(true, false),
      settlementMode: constantFrom('gross_debit', 'net_debit'),
      frequency: constantFrom(...frequencies),
      thresholdCents: amounts,
      spendingAstraId: uuid(),
      amountStartCents: amounts,
      amountIncrementCents: amounts,
      minimumTransactionCents: amounts,
      percentOfTransaction: percents,
      percentOfBalance: percents,
    },
    { requiredKeys: [] },
  ),
}).map((order) => paymentOrder.parse(order));

/** The same, with the keys of every object the other way round. */
function backwards(value: unknown): unknown {
  if (value === null || typeof value !== 'object') return value;
  const turned = Object.entries(value).map(([key, inner]) => [key, backwards(inner)]);
  return Object.fromEntries(turned.reverse());
}

test('an order is the same whatever the order of its keys, and after a stay in the database', () => {
  assert(
    property(orders, (order) => {
      const stored: unknown = JSON.parse(JSON.stringify(backwards(order)));
      expect(orderHash(paymentOrder.parse(stored))).toBe(orderHash(order));
      expect(orderHash(paymentOrder.parse(backwards(order)))).toBe(orderHash(order));
    }),
  );
});

test('whatever is changed in an order, and nothing else, makes it another one', () => {
  assert(
    property(orders, orders, (order, other) => {
      for (const part of paymentOrder.keyof().options) {
        const changed = paymentOrder.parse({ ...order, [part]: other[part] });
        expect(orderHash(changed) === orderHash(order)).toBe(isDeepStrictEqual(changed, order));
      }
      for (const term of paymentTerms.keyof().options) {
        const terms = { ...order.terms, [term]: other.terms[term] };
        const changed = paymentOrder.parse({ ...order, terms: JSON.parse(JSON.stringify(terms)) });
        expect(orderHash(changed) === orderHash(order)).toBe(isDeepStrictEqual(changed, order));
      }
    }),
  );
});

test('one cent more is another order', () => {
  assert(
    property(orders, integer({ min: 1, max: largestCents - 1 }), (order, amount) => {
      const one = orderHash({ ...order, amountCents: cents(amount) });
      expect(orderHash({ ...order, amountCents: cents(amount + 1) })).not.toBe(one);
    }),
  );
});
