import { expect, test } from 'vitest';
import { findSameCard } from './find-same-card';

const typed = { card_number: '5108050000007075', expiration_date: '12/34' };
const card = { brand: 'mastercard', lastFour: '7075', expirationDate: '12/34' };

test.each(['12/34', '12/2034'])('a card that expires %s is recognised', (expirationDate) => {
  const known = { ...card, expirationDate };
  expect(findSameCard(typed, [{ ...card, lastFour: '1111' }, known])).toBe(known);
});

test.each([{ lastFour: '7076' }, { expirationDate: '11/34' }, { expirationDate: null }])(
  'a card with %j is another one',
  (other) => {
    expect(findSameCard(typed, [{ ...card, ...other }])).toBeNull();
  },
);

test('a card from a year that looks like a month of 2020 is not mistaken', () => {
  const known = { ...card, expirationDate: '12/20' };
  expect(findSameCard({ ...typed, expiration_date: '12/20' }, [known])).toBe(known);
});
