import { expect, test } from 'vitest';
import { asItStands } from './as-it-stands';

const payment = { name: 'Rent', amountCents: 500n, clientCorrelationId: 'AbcD2345' };

test('what was changed counts, and what nobody knows stays as it was confirmed', () => {
  const changed = { name: 'Deposit', amountCents: 100n };
  expect(asItStands(payment, changed)).toEqual({ ...payment, ...changed });
  expect(asItStands(payment, { name: null, amountCents: null })).toEqual(payment);
  expect(asItStands(payment, null)).toEqual(payment);
});

test('the reference in the name of a move between settlement accounts is not shown', () => {
  const asMade = { name: 'Rent AbcD2345', amountCents: 500n };
  expect(asItStands(payment, asMade)).toEqual(payment);
});
