import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readDateTime } from './date-time';

describe('a date-time of Astra’s', () => {
  test.each([
    ['2020-09-15T15:12:04.746260', '2020-09-15T15:12:04.746Z'],
    ['2020-09-15T15:12:04', '2020-09-15T15:12:04.000Z'],
    ['2020-09-15T15:12:04.7', '2020-09-15T15:12:04.700Z'],
    ['2020-09-15T15:12:04.999999', '2020-09-15T15:12:04.999Z'],
    ['2020-09-15 15:12:04', '2020-09-15T15:12:04.000Z'],
    ['2020-09-15T15:12:04.746260+00:00', '2020-09-15T15:12:04.746Z'],
    ['2020-09-15T15:12:04Z', '2020-09-15T15:12:04.000Z'],
    ['2020-09-15T15:12:04-0700', '2020-09-15T22:12:04.000Z'],
    ['2020-09-15T23:30:00+05:30', '2020-09-15T18:00:00.000Z'],
  ])('%s is %s, whatever the server’s time zone', (text, expected) => {
    expect(readDateTime(text)?.toISOString()).toBe(expected);
  });

  test.each([
    null,
    undefined,
    '',
    'soon',
    '2020-09-15',
    '2020-02-30T00:00:00',
    '2020-13-01T00:00:00',
  ])('%s is null', (text) => {
    expect(readDateTime(text)).toBeNull();
  });

  test('of any text is a valid date or null', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'0123456789-:T.Z+ '.split('')) }),
        (text) => {
          const date = readDateTime(text);
          expect(date === null || !Number.isNaN(date.getTime())).toBe(true);
        },
      ),
    );
  });
});
