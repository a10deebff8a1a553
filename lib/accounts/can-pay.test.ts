import { expect, test } from 'vitest';
import { whyNotPayFrom, whyNotPayTo } from './can-pay';

const account = {
  origin: 'astra_pages',
  connectionStatus: 'connected',
  removedAt: null,
  availableBalanceCents: 100n,
} as const;

test('a connected account with a balance sends and receives', () => {
  expect(whyNotPayFrom(account)).toBeNull();
  expect(whyNotPayTo(account)).toBeNull();
});

test('an empty account, or one below zero, is not held back here', () => {
  expect(whyNotPayFrom({ ...account, availableBalanceCents: 0n })).toBeNull();
  expect(whyNotPayFrom({ ...account, availableBalanceCents: -1n })).toBeNull();
});

test('an account whose balance nobody tells only receives', () => {
  const silent = { ...account, availableBalanceCents: null };
  expect(whyNotPayFrom(silent)).toMatch(/only be sent to it/);
  expect(whyNotPayTo(silent)).toBeNull();
});

test.each([
  ['whose connection broke', { connectionStatus: 'error' }, /Connect this account again/],
  [
    'of Plaid’s whose connection broke',
    { connectionStatus: 'error', origin: 'bank_link' as const },
    /Remove this account/,
  ],
  ['whose status is new to us', { connectionStatus: 'resting' }, /does not say/],
  ['that was removed', { removedAt: new Date() }, /no longer linked/],
])('an account %s neither sends nor receives', (_which, change, sentence) => {
  expect(whyNotPayFrom({ ...account, ...change })).toMatch(sentence);
  expect(whyNotPayFrom({ ...account, ...change, availableBalanceCents: null })).toMatch(sentence);
  expect(whyNotPayTo({ ...account, ...change })).toMatch(sentence);
});
