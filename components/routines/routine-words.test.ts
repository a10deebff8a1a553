import { expect, test } from 'vitest';
import { routineStatuses } from '@/lib/astra/contract';
import { routineBadge } from './routine-badge';
import { oftenWords, routineHref, waitingWords } from './routine-words';

test.each([
  ['one-time', null, 'Once'],
  ['recurring', 'weekly', 'Every week'],
  ['recurring', 'bi-weekly', 'Every two weeks'],
  ['recurring', 'monthly', 'Every month'],
  ['recurring', 'yearly', 'Again and again'],
  ['sweep', null, 'When there is more than enough'],
  ['lottery', null, 'lottery'],
  [null, null, 'Not known here'],
])('a %s routine with the frequency %s pays: %s', (type, frequency, words) => {
  expect(oftenWords({ type, frequency })).toBe(words);
});

test('every status of Astra has a word of ours, and others are shown as they are', () => {
  for (const status of routineStatuses) {
    expect(routineBadge({ status, removedAt: null }).label).toMatch(/^[A-Z][a-z]+$/);
  }
  expect(routineBadge({ status: 'constructor', removedAt: null }).label).toBe('constructor');
  expect(routineBadge({ status: 'cancelled', removedAt: new Date() }).label).toBe('Deleted');
});

test('what waits for its person says why', () => {
  const waiting = routineStatuses.filter((status) => waitingWords(status) !== null);
  expect(waiting).toEqual([
    'requires_user_verification',
    'pending_account_authorization',
    'user_suspended',
  ]);
});

test('an id that means something in an address stays one part of it', () => {
  expect(routineHref('a/../b?c#d')).toBe('/routines/a%2F..%2Fb%3Fc%23d');
});
