import { assert, constantFrom, date, integer, property } from 'fast-check';
import { expect, test } from 'vitest';
import {
  addBankingDays,
  addDays,
  bankHolidays,
  bankingDayFrom,
  isBankingDay,
} from './banking-days';

// As the Federal Reserve publishes them.
test.each([
  [2021, '01-01 01-18 02-15 05-31 07-05 09-06 10-11 11-11 11-25'],
  [2022, '01-17 02-21 05-30 06-20 07-04 09-05 10-10 11-11 11-24 12-26'],
  [2026, '01-01 01-19 02-16 05-25 06-19 09-07 10-12 11-11 11-26 12-25'],
  [2027, '01-01 01-18 02-15 05-31 07-05 09-06 10-11 11-11 11-25'],
  [2028, '01-17 02-21 05-29 06-19 07-04 09-04 10-09 11-23 12-25'],
])('the bank holidays of %i are those of the Federal Reserve', (year, days) => {
  expect(bankHolidays(year)).toEqual(days.split(' ').map((day) => `${year}-${day}`));
});

test('a holiday on a Saturday leaves the Friday before it a banking day', () => {
  expect(isBankingDay('2026-07-03')).toBe(true);
  expect(isBankingDay('2027-12-31')).toBe(true);
});

const days = date({
  min: new Date('2000-01-01T00:00:00Z'),
  max: new Date('2099-12-31T00:00:00Z'),
  noInvalidDate: true,
}).map((at) => at.toISOString().slice(0, 10));

test('no year has fewer than nine bank holidays or more than eleven, and none on a weekend', () => {
  assert(
    property(integer({ min: 2000, max: 2099 }), (year) => {
      const holidays = bankHolidays(year);
      expect(holidays.length).toBeGreaterThanOrEqual(9);
      expect(holidays.length).toBeLessThanOrEqual(11);
      for (const day of holidays) {
        expect([0, 6]).not.toContain(new Date(`${day}T00:00:00Z`).getUTCDay());
        expect(isBankingDay(day)).toBe(false);
      }
    }),
  );
});

test('the next banking day is never more than four days off, and nothing before it is one', () => {
  assert(
    property(days, (day) => {
      const next = bankingDayFrom(day);
      expect(isBankingDay(next)).toBe(true);
      expect(next <= addDays(day, 4)).toBe(true);
      for (let at = day; at < next; at = addDays(at, 1)) expect(isBankingDay(at)).toBe(false);
    }),
  );
});

test('banking days add up, over leap years and the turn of a year', () => {
  assert(
    property(days, constantFrom(1, 2, 4), constantFrom(1, 2, 4), (day, some, more) => {
      expect(addBankingDays(addBankingDays(day, some), more)).toBe(
        addBankingDays(day, some + more),
      );
    }),
  );
});
