import { addBankingDays } from '../rules/banking-days';
import { dayIn, momentIn } from './zones';

const units = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000 } as const;

/** What the clock may show. Far beyond it a moment has no date any more, and nothing would work. */
const earliestMs = Date.UTC(1970, 0, 1);
const latestMs = Date.UTC(2199, 11, 31);

/** How `moment` may be written, for people. */
export const momentForms =
  '3h, 8d, 1h30m, next-business-day, or a time such as 2026-03-01T15:00:00Z; from 1970 to 2199';

/** A hundred years, leap days included. */
const longestDurationMs = 36_525 * units.d;

/** How a duration may be written, for people. */
export const durationForms = 'Write 30s, 10m, 24h or 7d; a hundred years at most.';

/** `1h30m` in milliseconds; null when it is no such text, or more than a hundred years. */
export function readDuration(text: string): number | null {
  if (!/^(\d+(ms|[smhdw]))+$/.test(text)) return null;
  let sum = 0;
  for (const [, count = '', unit = ''] of text.matchAll(/(\d+)(ms|[smhdw])/g)) {
    for (const [name, ms] of Object.entries(units)) if (name === unit) sum += Number(count) * ms;
  }
  return sum <= longestDurationMs ? sum : null;
}

/** A moment given as a duration from `nowMs`, by name, or as a date and time; null for none. */
export function readMoment(text: string, nowMs: number): number | null {
  const durationMs = readDuration(text);
  if (durationMs !== null) return withinRange(nowMs + durationMs);
  if (text === 'next-business-day') return nextBankingDay(nowMs);
  return readTime(text);
}

/** Nine in the morning, where the banks' clocks hang, of the first banking day after today. */
function nextBankingDay(nowMs: number): number {
  const zone = 'America/New_York';
  return momentIn(zone, addBankingDays(dayIn(zone, nowMs), 1), '09:00');
}

/** `2026-03-01T15:00:00Z`, or a day alone; null for anything else, and before 1970 or after 2199. */
export function readTime(text: string): number | null {
  if (!/^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d{1,3})?)?(Z|[+-]\d\d:\d\d))?$/.test(text))
    return null;
  return withinRange(Date.parse(text));
}

/** NaN is outside too. */
function withinRange(ms: number): number | null {
  return ms >= earliestMs && ms <= latestMs ? ms : null;
}

/** `2026-03-01T15:00:00.000Z`, as `readTime` takes it. */
export function isoTime(ms: number): string {
  return new Date(ms).toISOString();
}
