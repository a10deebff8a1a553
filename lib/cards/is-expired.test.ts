import { expect, test } from 'vitest';
import { isExpired } from './is-expired';

test.each([
  ['02/28', '2028-02-29', false],
  ['02/28', '2028-03-01', true],
  ['12/30', '2030-12-31', false],
  ['12/30', '2031-01-01', true],
  ['12/2030', '2031-01-01', true],
])('a card of %s on %s is expired: %s', (printed, today, expired) => {
  expect(isExpired(printed, today)).toBe(expired);
});

test.each([null, '', '13/20', '00/20', '2020-01', 'soon'])(
  'the date %j cannot be read, so nothing is claimed',
  (printed) => expect(isExpired(printed, '2040-01-01')).toBe(false),
);
