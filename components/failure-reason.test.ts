import { expect, test } from 'vitest';
import { failureSentence } from './failure-reason';

test('a transfer that failed at once says so, and why', () => {
  expect(failureSentence('card_declined', false)).toBe(
    'The money did not arrive. The bank declined the card. Ask the bank, or use another card.',
  );
});

test('a transfer that was returned says that the money had arrived before', () => {
  expect(failureSentence('R01', true)).toBe(
    'The money had arrived, and was taken back. There was not enough money in the account. Top it up, then send it again. (The bank’s code is R01.)',
  );
});

test('a return code that we do not know is shown as it is', () => {
  expect(failureSentence('R99', true)).toBe(
    'The money had arrived, and was taken back. Astra says: R99',
  );
});

test('a reason that is no word of ours, or none, is no obstacle', () => {
  expect(failureSentence('constructor', false)).toContain('Astra says: constructor');
  expect(failureSentence(null, false)).toContain('no reason');
});
