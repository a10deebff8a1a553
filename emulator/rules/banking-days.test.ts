import { expect, test } from 'vitest';
import { addBankingDays, bankHolidays, bankingDayFrom, isBankingDay } from './banking-days';

// As the Federal Reserve publishes them.
test.each([
  [
    2021,
    '01-01 01-18 02-15 05-31 07-05 09-06 10-11 11-11 11-25', // Juneteenth and Christmas: Saturdays
  ],
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

test('weekends and holidays are stepped over', () => {
  expect(bankingDayFrom('2026-11-26')).toBe('2026-11-27');
  expect(bankingDayFrom('2026-11-27')).toBe('2026-11-27');
  expect(addBankingDays('2026-11-25', 1)).toBe('2026-11-27');
  expect(addBankingDays('2026-12-31', 1)).toBe('2027-01-04');
  expect(addBankingDays('2026-11-28', 1)).toBe('2026-11-30');
});
