import { z } from 'zod';
import { frequencies } from '@/lib/astra/contract';
import type { Routine } from '@/lib/db/generated/client';
import { addDays } from '@/lib/payments/arrival/banking-days';
import { repeatDates } from '@/lib/payments/order/repeat-dates';

/** What has come of a routine so far. */
export type RoutineHistory = {
  /** How many transfers it has made. */
  transfers: number;
  /** The Pacific day on which the last of them began; null before the first. */
  lastDay: string | null;
};

type Planned = Pick<Routine, 'type' | 'frequency' | 'startDate' | 'status'>;

const weeksOfTheYear = 52;
const day = z.iso.date();
const frequencyOf = z.enum(frequencies);

/**
 * The next Pacific days on which a routine makes a payment: none while it does not run, and none of
 * kinds that wait for something to happen. Astra documents no rule for a day that was missed; like
 * the payment of a paused routine it is not expected to be made up for.
 *
 * @param today the Pacific day, `YYYY-MM-DD`.
 */
export function upcomingDates(
  { type, frequency, startDate, status }: Planned,
  { transfers, lastDay }: RoutineHistory,
  today: string,
  count = 5,
): string[] {
  // An older edition of Astra's documentation has a time after the day.
  const start = day.safeParse(startDate?.slice(0, 10)).data;
  if (status !== 'active' || !start) return [];
  // What is due today happens once.
  const from = lastDay !== null && lastDay >= today ? addDays(lastDay, 1) : today;
  if (type === 'one-time') return transfers === 0 ? [start > today ? start : today] : [];
  if (type === 'fifty-two-week') {
    const left = Math.max(0, weeksOfTheYear - transfers);
    return repeatDates(start, 'weekly', Math.min(count, left), from);
  }
  const often = frequencyOf.safeParse(frequency).data;
  return type === 'recurring' && often ? repeatDates(start, often, count, from) : [];
}
