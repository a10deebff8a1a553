import { addDays, weekdayOf } from '../clock/zones';

const sunday = 0;
const monday = 1;
const thursday = 4;
const saturday = 6;

/**
 * The days of a year on which the Federal Reserve Banks are closed, besides weekends, in order.
 *
 * A holiday on a Sunday is observed on the Monday after it. One on a Saturday is not observed: the
 * banks are open on the Friday before.
 */
export function bankHolidays(year: number): readonly string[] {
  const known = holidaysByYear.get(year);
  if (known !== undefined) return known;
  const fixed = ['01-01', '06-19', '07-04', '11-11', '12-25']
    .map((date) => `${year}-${date}`)
    .filter((day) => weekdayOf(day) !== saturday)
    .map((day) => (weekdayOf(day) === sunday ? addDays(day, 1) : day));
  const floating = [
    nthWeekday(year, '01', 3, monday),
    nthWeekday(year, '02', 3, monday),
    lastMondayOfMay(year),
    nthWeekday(year, '09', 1, monday),
    nthWeekday(year, '10', 2, monday),
    nthWeekday(year, '11', 4, thursday),
  ];
  const days = [...fixed, ...floating].sort();
  holidaysByYear.set(year, days);
  return days;
}

const holidaysByYear = new Map<number, readonly string[]>();

/** Whether money moves between US banks on this day. */
export function isBankingDay(day: string): boolean {
  const weekday = weekdayOf(day);
  if (weekday === saturday || weekday === sunday) return false;
  return !bankHolidays(Number(day.slice(0, 4))).includes(day);
}

/** This day if it is a banking day, else the first one after it. */
export function bankingDayFrom(day: string): string {
  let found = day;
  while (!isBankingDay(found)) found = addDays(found, 1);
  return found;
}

/** The `count`th banking day after a day. */
export function addBankingDays(day: string, count: number): string {
  let found = day;
  for (let left = count; left > 0; left -= 1) found = bankingDayFrom(addDays(found, 1));
  return found;
}

function nthWeekday(year: number, month: string, nth: number, weekday: number): string {
  const first = `${year}-${month}-01`;
  return addDays(first, ((weekday - weekdayOf(first) + 7) % 7) + 7 * (nth - 1));
}

function lastMondayOfMay(year: number): string {
  const last = `${year}-05-31`;
  return addDays(last, -((weekdayOf(last) - monday + 7) % 7));
}
