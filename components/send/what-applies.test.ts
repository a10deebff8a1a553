import { expect, test } from 'vitest';
import type { SendSettings } from './option-words';
import { type AppliesTo, whatApplies } from './what-applies';

const settings: SendSettings = {
  choosesMode: true,
  automatic: true,
  fastest: null,
  usualSpeed: 'T+2',
  today: '2026-11-24',
};

function optionsOf(kinds: AppliesTo | null, change: Partial<SendSettings> = {}): string[] {
  const applies = Object.entries(whatApplies(kinds, { ...settings, ...change }));
  return applies.filter(([, does]) => does).map(([name]) => name);
}

test.each<[string, AppliesTo, string[]]>([
  ['between cards', { from: 'card', to: 'card' }, ['repeat']],
  ['from a card into an account', { from: 'card', to: 'account' }, []],
  ['from an account to a card', { from: 'account', to: 'card' }, ['settlementMode']],
  [
    'between accounts',
    { from: 'account', to: 'account' },
    ['speed', 'repeat', 'automatic', 'startDate'],
  ],
  ['from a card to a person', { from: 'card', to: 'person' }, []],
  [
    'from an account to a person',
    { from: 'account', to: 'person' },
    ['speed', 'settlementMode', 'startDate'],
  ],
])('a payment %s has only the options that apply to it', (_what, kinds, options) => {
  expect(optionsOf(kinds)).toEqual(options);
});

test('without scripts every option is there', () => {
  expect(optionsOf(null)).toHaveLength(5);
});

test('before both ends are chosen there are no options', () => {
  expect(optionsOf({ from: undefined, to: undefined })).toEqual([]);
  expect(optionsOf({ from: 'account', to: undefined })).toEqual([]);
});

test('what the program does not allow is not offered', () => {
  const strict = { choosesMode: false, automatic: false };
  expect(optionsOf({ from: 'account', to: 'card' }, strict)).toEqual([]);
  expect(optionsOf({ from: 'account', to: 'account' }, strict)).not.toContain('automatic');
});
