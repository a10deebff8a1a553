import { addDays } from '../clock/zones';

const daysOf: Readonly<Record<string, number>> = { weekly: 7, 'bi-weekly': 14 };

/**
 * The first day of a recurring routine that is not before `from`. All are days of the Pacific
 * calendar, `YYYY-MM-DD`.
 *
 * Monthly keeps the day of `start`; where a month has no such day, its last one is taken, and the
 * next month is not affected: January 31, February 28, March 31.
 */
export function recurrenceFrom(start: string, frequency: string, from: string): string {
  if (from <= start) return start;
  const days = daysOf[frequency];
  if (days === undefined) return monthlyFrom(start, from);
  const passed = (Date.parse(from) - Date.parse(start)) / 86_400_000;
  return addDays(start, Math.ceil(passed / days) * days);
}

function monthlyFrom(start: string, from: string): string {
  const sameMonth = onDayOf(start, Number(from.slice(0, 4)), Number(from.slice(5, 7)));
  if (sameMonth >= from) return sameMonth;
  return onDayOf(start, Number(from.slice(0, 4)), Number(from.slice(5, 7)) + 1);
}

/** @param month 1 is January; 13 is the next year's */
function onDayOf(start: string, year: number, month: number): string {
  const lastDay = new Date(Date.UTC(year, month, 0)).getUTCDate();
  const day = Math.min(Number(start.slice(8)), lastDay);
  return new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10);
}
