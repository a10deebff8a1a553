import { addBankingDays } from '../rules/banking-days';
import { dayIn, momentIn } from './zones';

const units = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000 } as const;

/** How `moment` may be written, for people. */
export const momentForms =
  '3h, 8d, 1h30m, next-business-day, or a time such as 2026-03-01T15:00:00Z';

/** `1h30m` in milliseconds; null when it is no such text. */
export function readDuration(text: string): number | null {
  if (!/^(\d+(ms|[smhdw]))+$/.test(text)) return null;
  let sum = 0;
  for (const [, count = '', unit = ''] of text.matchAll(/(\d+)(ms|[smhdw])/g)) {
    for (const [name, ms] of Object.entries(units)) if (name === unit) sum += Number(count) * ms;
  }
  return sum;
}

/** A moment given as a duration from `nowMs`, by name, or as a date and time; null for neither. */
export function readMoment(text: string, nowMs: number): number | null {
  const durationMs = readDuration(text);
  if (durationMs !== null) return nowMs + durationMs;
  if (text === 'next-business-day') return nextBankingDay(nowMs);
  return readTime(text);
}

/** Nine in the morning, where the banks' clocks hang, of the first banking day after today. */
function nextBankingDay(nowMs: number): number {
  const zone = 'America/New_York';
  return momentIn(zone, addBankingDays(dayIn(zone, nowMs), 1), '09:00');
}

/** `2026-03-01T15:00:00Z`, or a day alone; null for anything else. */
export function readTime(text: string): number | null {
  if (!/^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d{1,3})?)?(Z|[+-]\d\d:\d\d))?$/.test(text))
    return null;
  const ms = Date.parse(text);
  return Number.isNaN(ms) ? null : ms;
}

/** `2026-03-01T15:00:00.000Z`, as `readTime` takes it. */
export function isoTime(ms: number): string {
  return new Date(ms).toISOString();
}
