import { expect, test } from 'vitest';
import { fieldSentences } from '@/lib/http/field-sentences';
import { paymentForm } from './payment-form';

const id = '0199f3c0-0000-7000-8000-000000000001';
const other = '0199f3c0-0000-7000-8000-000000000002';
const typed = {
  form: id,
  source: `card:${id}`,
  destination: `card:${other}`,
  amount: '4.99',
  name: ' Rent ',
};
const betweenAccounts = { ...typed, source: `account:${id}`, destination: `account:${other}` };

function faultsOf(change: Record<string, string>) {
  const parsed = paymentForm.safeParse({ ...typed, ...change });
  return parsed.success ? {} : fieldSentences(parsed.error);
}

test('a form that says from where, to where and how much is enough', () => {
  expect(paymentForm.parse(typed)).toMatchObject({
    source: { kind: 'card', id },
    destination: { kind: 'card', id: other },
    amountCents: 499,
    routineType: 'one-time',
    name: 'Rent',
    memo: null,
    terms: {},
  });
});

test('all mistakes are named at once, each at its field', () => {
  const faults = faultsOf({ source: '', destination: 'card:x', amount: '4,99', startDate: 'soon' });
  expect(Object.keys(faults).sort()).toEqual(['amount', 'destination', 'source', 'startDate']);
});

test('another person is found by an address, and nobody by anything else', () => {
  expect(faultsOf({ destination: 'person', email: 'Ann' })).toHaveProperty('email');
  const parsed = paymentForm.parse({ ...typed, destination: 'person', email: 'ann@example.com' });
  expect(parsed).toMatchObject({ destination: null, email: 'ann@example.com' });
});

test('only payments between accounts have a speed, and they always have one', () => {
  expect(paymentForm.parse({ ...typed, speed: 'T+1' }).terms).toEqual({});
  expect(paymentForm.parse({ ...betweenAccounts, speed: 'T+1' }).terms).toEqual({ speed: 'T+1' });
  expect(paymentForm.parse(betweenAccounts).terms).toEqual({ speed: 'T+2' });
});

test('a payment that repeats says how often', () => {
  expect(paymentForm.parse({ ...betweenAccounts, routineType: 'bi-weekly' })).toMatchObject({
    routineType: 'recurring',
    terms: { frequency: 'bi-weekly' },
  });
  expect(faultsOf({ routineType: 'hourly' })).toHaveProperty('routineType');
});

test.each([
  ['sweep', { thresholdCents: '100' }, { thresholdCents: 10_000 }],
  ['refill', { thresholdCents: '100' }, { thresholdCents: 10_000 }],
  ['percentage-based', { percentOfTransaction: '2.5' }, { percentOfTransaction: 2.5 }],
  ['percentage-balance', { percentOfBalance: '5' }, { percentOfBalance: 5 }],
  [
    'fifty-two-week',
    { amountStartCents: '1', amountIncrementCents: '0.50' },
    { amountStartCents: 100, amountIncrementCents: 50 },
  ],
])('a payment of the kind %s has no amount, and what drives it instead', (kind, fields, terms) => {
  const form = { ...betweenAccounts, amount: '', routineType: kind };
  expect(paymentForm.parse({ ...form, ...fields })).toMatchObject({ amountCents: null, terms });
  const parsed = paymentForm.safeParse(form);
  expect(Object.keys(parsed.success ? {} : fieldSentences(parsed.error)).sort()).toEqual(
    Object.keys(fields).sort(),
  );
});

test('purchases are rounded up of an account alone', () => {
  const form = { ...betweenAccounts, routineType: 'round-up' };
  const parsed = paymentForm.parse({ ...form, spendingAstraId: `account:${other}` });
  expect(parsed.spendingAccountId).toBe(other);
  expect(faultsOf({ ...form, spendingAstraId: `card:${other}` })).toHaveProperty('spendingAstraId');
});
