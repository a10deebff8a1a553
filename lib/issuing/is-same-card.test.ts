import { expect, test } from 'vitest';
import { isSameCard } from './is-same-card';

const issued = { firstSix: '440393', lastFour: '3031', expirationDate: '11/39' };
const same = {
  id: 'a',
  created: null,
  first_six_digits: '440393',
  last_four_digits: '3031',
  expiration_date: '11/39',
};

test.each([
  ['all that it is recognised by is the same', {}, true],
  ['Astra tells no first digits', { first_six_digits: null }, true],
  ['Astra tells no expiration date', { expiration_date: null }, true],
  ['Astra tells the last digits alone', { first_six_digits: null, expiration_date: null }, false],
  ['its last digits differ', { last_four_digits: '3032' }, false],
  ['its first digits differ', { first_six_digits: '400022' }, false],
  ['it expires another month', { expiration_date: '12/39' }, false],
  ['it was removed', { status: 'removed' as const }, false],
  ['it is marked as removed', { removed: true }, false],
])('when %s, it is the same card: %s', (_, change, expected) => {
  expect(isSameCard(issued, { ...same, ...change })).toBe(expected);
});

test('an issuer that tells no first digits goes by the expiration date', () => {
  expect(isSameCard({ ...issued, firstSix: null }, same)).toBe(true);
  expect(isSameCard({ ...issued, firstSix: null }, { ...same, expiration_date: null })).toBe(false);
});
