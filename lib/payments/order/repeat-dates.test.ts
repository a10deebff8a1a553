import { assert, constantFrom, date, integer, property } from 'fast-check';
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

test.each([
  ['weekly', '2026-01-01', '2026-03-07', ['2026-03-12', '2026-03-19']],
  ['bi-weekly', '2026-01-01', '2026-01-15', ['2026-01-15', '2026-01-29']],
  ['monthly', '2024-01-31', '2028-02-29', ['2028-02-29', '2028-03-31']],
  ['monthly', '2024-01-31', '2027-02-28', ['2027-02-28', '2027-03-31']],
  ['monthly', '2026-01-15', '2026-01-16', ['2026-02-15', '2026-03-15']],
  ['weekly', '2026-05-01', '2026-01-01', ['2026-05-01', '2026-05-08']],
] as const)('a %s payment since %s goes on, seen from %s', (frequency, start, from, expected) => {
  expect(repeatDates(start, frequency, 2, from)).toEqual(expected);
});

test('seen from any later day, the days are the same ones without those before it', () => {
  const frequency = constantFrom('weekly', 'bi-weekly', 'monthly');
  assert(
    property(days, frequency, integer({ min: 0, max: 1500 }), (start, kind, later) => {
      const from = new Date(Date.parse(start) + later * 86_400_000).toISOString().slice(0, 10);
      const all = repeatDates(start, kind, 230).filter((day) => day >= from);
      expect(repeatDates(start, kind, 5, from)).toEqual(all.slice(0, 5));
    }),
  );
});
