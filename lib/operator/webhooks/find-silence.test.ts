import { expect, test } from 'vitest';
import { findSilence } from './find-silence';

const calm = { untold: 0, isSilent: false, isUsual: true };

test('webhooks that come, and tell of all that changes, are no silence', () => {
  expect(findSilence(calm)).toBeNull();
});

test('a change that no webhook told of is suspicious, however many others come', () => {
  expect(findSilence({ ...calm, untold: 1 })).toMatch(/one change was found .* no webhook told of/);
  expect(findSilence({ ...calm, untold: 12 })).toMatch(/12 changes were found/);
});

test('a long silence is suspicious only where webhooks usually come', () => {
  expect(findSilence({ ...calm, isSilent: true, isUsual: false })).toBeNull();
  expect(findSilence({ ...calm, isSilent: true })).toMatch(/No webhook came/);
});
