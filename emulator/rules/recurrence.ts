import { addDays, dayOfMonth, daysBetween } from '../clock/zones';

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
  return addDays(start, Math.ceil(daysBetween(start, from) / days) * days);
}

function monthlyFrom(start: string, from: string): string {
  const wanted = Number(start.slice(8));
  const [year, month] = [Number(from.slice(0, 4)), Number(from.slice(5, 7))];
  const sameMonth = dayOfMonth(year, month, wanted);
  return sameMonth >= from ? sameMonth : dayOfMonth(year, month + 1, wanted);
}
