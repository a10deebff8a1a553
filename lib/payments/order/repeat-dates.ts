import type { PaymentTerms } from './payment-order';

const dayMs = 24 * 60 * 60_000;

/**
 * The first days on which a repeated payment is made, as Pacific days. Monthly ones keep their day of
 * the month; in a shorter month it is the last.
 *
 * @param start `YYYY-MM-DD`.
 * @param from leaves out all days before this one.
 */
export function repeatDates(
  start: string,
  frequency: NonNullable<PaymentTerms['frequency']>,
  count: number,
  from: string = start,
): string[] {
  const dateOf = (index: number) =>
    frequency === 'monthly'
      ? monthsAfter(start, index)
      : toDay(Date.parse(start) + index * daysOf[frequency] * dayMs);
  let first = from <= start ? 0 : roughIndex(start, frequency, from);
  while (dateOf(first) < from) first += 1;
  return Array.from({ length: count }, (_, index) => dateOf(first + index));
}

const daysOf = { weekly: 7, 'bi-weekly': 14 } as const;

/** How many payments certainly lie before a day, without counting through years of them. */
function roughIndex(
  start: string,
  frequency: NonNullable<PaymentTerms['frequency']>,
  from: string,
): number {
  if (frequency !== 'monthly') {
    return Math.floor((Date.parse(from) - Date.parse(start)) / (daysOf[frequency] * dayMs));
  }
  const monthOf = (day: string) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
  return monthOf(from) - monthOf(start);
}

function monthsAfter(start: string, count: number): string {
  const [year = 0, month = 0, day = 0] = start.split('-').map(Number);
  // Months count from 0, and day 0 is the last one of the month before.
  const lastDay = new Date(Date.UTC(year, month + count, 0)).getUTCDate();
  return toDay(Date.UTC(year, month - 1 + count, Math.min(day, lastDay)));
}

function toDay(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}
