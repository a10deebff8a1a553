import type { PaymentTerms } from './payment-order';

const dayMs = 24 * 60 * 60_000;

/**
 * The first days on which a repeated payment is made, as Pacific days. Monthly ones keep their day of
 * the month; in a shorter month it is the last.
 *
 * @param start `YYYY-MM-DD`.
 */
export function repeatDates(
  start: string,
  frequency: NonNullable<PaymentTerms['frequency']>,
  count: number,
): string[] {
  return Array.from({ length: count }, (_, index) =>
    frequency === 'monthly'
      ? monthsAfter(start, index)
      : toDay(Date.parse(start) + index * (frequency === 'weekly' ? 7 : 14) * dayMs),
  );
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
