import { pacificDay } from '@/lib/astra';

const dayMs = 24 * 60 * 60_000;

/**
 * When the Pacific day of a moment began, and when the next one begins. Astra counts by these days.
 * They have 23 or 25 hours where the clocks change, so neither end is the other one plus a day.
 */
export function pacificMidnights(at: Date): { startedAt: Date; endsAt: Date } {
  const day = pacificDay(at);
  return { startedAt: midnightOf(day), endsAt: midnightOf(dayAfter(day)) };
}

/** Midnight is at 07:00 UTC in summer and at 08:00 in winter; the clocks change after it, at 2. */
function midnightOf(day: string): Date {
  const inSummer = new Date(`${day}T07:00:00Z`);
  return pacificDay(inSummer) === day ? inSummer : new Date(`${day}T08:00:00Z`);
}

/** Of a day in the calendar, which knows no hours. */
function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + dayMs).toISOString().slice(0, 10);
}
