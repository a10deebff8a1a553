import { expect, test } from 'vitest';
import { routineStatuses } from '@/lib/astra/contract';
import { standsStill, waitsFor } from './waits-for';

const today = '2026-11-24';

test('a payment that begins today waits for nothing', () => {
  expect(waitsFor({ routineType: 'one-time', terms: {} }, today)).toBeNull();
  expect(waitsFor({ routineType: 'one-time', terms: { startDate: today } }, today)).toBeNull();
  expect(waitsFor({ routineType: 'recurring', terms: { frequency: 'weekly' } }, today)).toBeNull();
});

test('a payment that begins later names its day', () => {
  const terms = { startDate: '2027-01-04', frequency: 'weekly' };
  expect(waitsFor({ routineType: 'recurring', terms }, today)?.text).toBe(
    'No money moves before Monday, January 4, 2027.',
  );
});

test('a payment that moves by itself says what makes it move', () => {
  const terms = { thresholdCents: 10_000, startDate: '2026-12-01' };
  expect(waitsFor({ routineType: 'sweep', terms }, today)?.text).toBe(
    'Moves whatever the first account holds above an amount. It begins on Tuesday, December 1. Each transfer then appears in your activity.',
  );
});

test('terms that nobody can read any more say nothing', () => {
  expect(waitsFor({ routineType: 'one-time', terms: { startDate: 'soon' } }, today)).toBeNull();
});

test.each([
  ['inactive', 'It is paused', false],
  ['failed', 'It will not be sent', true],
  ['cancelled', 'It will not be sent', true],
  ['user_suspended', 'Astra has suspended you, so nothing is sent.', false],
  ['requires_user_verification', 'Astra is still finding out who you are.', false],
  ['pending_account_authorization', 'Your bank wants you to sign in again.', false],
  ['completed', 'Astra says that it is done', false],
])('a payment whose routine is %s is not about to begin', (status, title, isOver) => {
  expect(standsStill(status)).toMatchObject({ title, isOver });
});

test.each([
  [false, 'You can resume it when they receive again.'],
  [true, 'Somebody who signs in for the program can resume it when they receive again.'],
])('nobody is told to resume what its recipient wants no more', (isOfProgram, text) => {
  const stopped = standsStill('inactive', isOfProgram, true);
  expect(stopped).toMatchObject({ title: 'It is paused, and cannot go on now.', isOver: false });
  expect(stopped?.text).toContain('Whoever it pays has stopped receiving money here.');
  expect(stopped?.text).toContain(text);
});

test('what failed is not said to be paused, though its recipient receives nothing', () => {
  expect(standsStill('failed', false, true)?.title).toBe('It will not be sent');
});

const heldUp = routineStatuses.filter((status) => status !== 'active');

test.each(heldUp)(
  'an operator who looks at a payment of the program that is %s is not spoken to as its owner',
  (status) => {
    const { title, text } = standsStill(status, true) ?? { title: '', text: '' };
    expect(title).not.toBe('');
    expect(`${title} ${text}`).not.toMatch(/\byour?\b/i);
  },
);

test.each(['active', 'some_day_new', undefined])(
  'a routine that is %s holds nothing up',
  (status) => {
    expect(standsStill(status)).toBeNull();
  },
);
