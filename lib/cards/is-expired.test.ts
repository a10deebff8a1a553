import { expect, test } from 'vitest';
import { isExpired } from './is-expired';

test.each([
  ['02/28', '2028-02-29T23:59:59.999Z', false],
  ['02/28', '2028-03-01T00:00:00.000Z', true],
  ['12/30', '2030-12-31T23:59:59.999Z', false],
  ['12/30', '2031-01-01T00:00:00.000Z', true],
  ['12/2030', '2031-01-01T00:00:00.000Z', true],
])('a card of %s at %s is expired: %s', (printed, now, expired) => {
  expect(isExpired(printed, new Date(now))).toBe(expired);
});

test.each([null, '', '13/20', '00/20', '2020-01', 'soon'])(
  'the date %j cannot be read, so nothing is claimed',
  (printed) => expect(isExpired(printed, new Date('2040-01-01'))).toBe(false),
);
