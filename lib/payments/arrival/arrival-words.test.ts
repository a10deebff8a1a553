import { expect, test } from 'vitest';
import { arrivalWords } from './arrival-words';

const byBank = {
  direction: 'account_to_account',
  routineType: 'one-time',
  terms: { speed: 'T+1' },
} as const;
const intoAccount = { ...byBank, direction: 'card_to_account', terms: {} } as const;

function words(order: Parameters<typeof arrivalWords>[0], at: string) {
  const { when, note } = arrivalWords(order, new Date(at));
  return note === null ? when : `${when} / ${note}`;
}

// Tuesday, November 24, 2026, at noon in New York; Thursday is Thanksgiving.
const noon = '2026-11-24T17:00:00Z';

test('a payment to a card takes seconds', () => {
  const toCard = { ...byBank, direction: 'card_to_card', terms: {} } as const;
  expect(words(toCard, noon)).toBe('Usually within seconds');
});

test('a payment between accounts names the day, and says nothing when nothing holds it up', () => {
  expect(words(byBank, noon)).toBe('Wednesday, November 25, in the morning');
});

test('a payment from a card into an account is there today, if it is early enough', () => {
  expect(words(intoAccount, noon)).toBe('Today, by 6 pm Eastern time');
  expect(words(intoAccount, '2026-11-24T21:00:00Z')).toBe(
    'Wednesday, November 25, by 6 pm Eastern time / After 3:45 pm Eastern time a payment waits for the next banking day, Wednesday, November 25.',
  );
});

test('a weekend and the end of the year are explained', () => {
  expect(words(byBank, '2026-12-31T23:50:00Z')).toBe(
    'Tuesday, January 5, 2027, in the morning / After 6:45 pm Eastern time a payment waits for the next banking day, Monday, January 4, 2027.',
  );
  expect(words(byBank, '2026-11-28T17:00:00Z')).toBe(
    'Tuesday, December 1, in the morning / It leaves on Monday, November 30. Banks move no money on weekends and bank holidays.',
  );
});
