import { assert, date, integer, property } from 'fast-check';
import { expect, test } from 'vitest';
import { addDays } from '../arrival/banking-days';
import { repeatDates } from './repeat-dates';

test.each([
  ['weekly', '2026-12-28', ['2026-12-28', '2027-01-04', '2027-01-11']],
  ['bi-weekly', '2028-02-20', ['2028-02-20', '2028-03-05', '2028-03-19']],
  ['monthly', '2027-12-31', ['2027-12-31', '2028-01-31', '2028-02-29']],
] as const)('a %s payment from %s on is made on the right days', (frequency, start, days) => {
  expect(repeatDates(start, frequency, 3)).toEqual(days);
});

const days = date({
  min: new Date('2000-01-01T00:00:00Z'),
  max: new Date('2060-01-01T00:00:00Z'),
  noInvalidDate: true,
}).map((at) => at.toISOString().slice(0, 10));

test('a weekly payment keeps its weekday, whatever the clocks do, and every other one is bi-weekly', () => {
  assert(
    property(days, integer({ min: 1, max: 60 }), (start, count) => {
      const weekly = repeatDates(start, 'weekly', 2 * count);
      weekly.forEach((day, index) => expect(day).toBe(addDays(start, 7 * index)));
      expect(repeatDates(start, 'bi-weekly', count)).toEqual(
        weekly.filter((_, index) => index % 2 === 0),
      );
    }),
  );
});

test('a monthly payment is made once in each month, and returns to its day after a short one', () => {
  assert(
    property(days, integer({ min: 1, max: 40 }), (start, count) => {
      const made = repeatDates(start, 'monthly', count);
      expect(new Set(made.map((day) => day.slice(0, 7))).size).toBe(count);
      for (const day of made) expect(day.slice(8) <= start.slice(8)).toBe(true);
      expect(made).toEqual(made.toSorted());
    }),
  );
});
