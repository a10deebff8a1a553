const sunday = 0;
const monday = 1;
const thursday = 4;
const saturday = 6;

const dayMs = 24 * 60 * 60_000;

/** The day so many days later. Days are `YYYY-MM-DD` in the calendar, which knows no hours. */
export function addDays(day: string, count: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * dayMs).toISOString().slice(0, 10);
}

function weekdayOf(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay();
}

/**
 * The days of a year on which the Federal Reserve Banks are closed, besides weekends. A holiday on a
 * Sunday is kept on the Monday after it; one on a Saturday is not: the banks are open on the Friday
 * before. Calendars of the federal government move it to that Friday, so they don't fit here.
 */
export function bankHolidays(year: number): readonly string[] {
  const fixed = ['01-01', '06-19', '07-04', '11-11', '12-25']
    .map((date) => `${year}-${date}`)
    .filter((day) => weekdayOf(day) !== saturday)
    .map((day) => (weekdayOf(day) === sunday ? addDays(day, 1) : day));
  const floating = [
    nthWeekday(`${year}-01-01`, 3, monday),
    nthWeekday(`${year}-02-01`, 3, monday),
    // The last Monday of May is the one within its last seven days.
    nthWeekday(`${year}-05-25`, 1, monday),
    nthWeekday(`${year}-09-01`, 1, monday),
    nthWeekday(`${year}-10-01`, 2, monday),
    nthWeekday(`${year}-11-01`, 4, thursday),
  ];
  return [...fixed, ...floating].sort();
}

/** Whether money moves between banks of the United States on this day. */
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

/** The `nth` of a weekday, counted from a day, which may be the first itself. */
function nthWeekday(from: string, nth: number, weekday: number): string {
  return addDays(from, ((weekday - weekdayOf(from) + 7) % 7) + 7 * (nth - 1));
}
