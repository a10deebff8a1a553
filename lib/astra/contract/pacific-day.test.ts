import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pacificDay } from './pacific-day';

describe('the Pacific day', () => {
  test.each([
    ['2025-08-15T03:20:00Z', '2025-08-14'],
    // Midnight in summer is 07:00 UTC, in winter 08:00.
    ['2025-08-15T06:59:59.999Z', '2025-08-14'],
    ['2025-08-15T07:00:00Z', '2025-08-15'],
    ['2025-12-15T07:59:59.999Z', '2025-12-14'],
    ['2025-12-15T08:00:00Z', '2025-12-15'],
    // The day of 23 hours begins in winter time and ends in summer time, the one of 25 the other way.
    ['2026-03-08T07:59:59.999Z', '2026-03-07'],
    ['2026-03-08T08:00:00Z', '2026-03-08'],
    ['2026-03-09T06:59:59.999Z', '2026-03-08'],
    ['2026-03-09T07:00:00Z', '2026-03-09'],
    ['2026-11-01T06:59:59.999Z', '2026-10-31'],
    ['2026-11-01T07:00:00Z', '2026-11-01'],
    ['2026-11-02T07:59:59.999Z', '2026-11-01'],
    ['2026-11-02T08:00:00Z', '2026-11-02'],
    ['2027-01-01T07:59:59.999Z', '2026-12-31'],
    ['2028-02-29T20:00:00Z', '2028-02-29'],
  ])('of %s is %s, also as milliseconds', (moment, day) => {
    expect(pacificDay(new Date(moment))).toBe(day);
    expect(pacificDay(Date.parse(moment))).toBe(day);
  });

  test('is that of UTC or the one before, and never goes back', () => {
    const from = Date.parse('2020-01-01T00:00:00Z');
    const upTo = Date.parse('2037-01-01T00:00:00Z');
    fc.assert(
      fc.property(fc.integer({ min: from, max: upTo }), (moment) => {
        const utcDay = (ms: number) => new Date(ms).toISOString().slice(0, 10);
        const day = pacificDay(moment);
        expect([utcDay(moment), utcDay(moment - 86_400_000)]).toContain(day);
        expect(pacificDay(moment + 3_600_000) >= day).toBe(true);
      }),
    );
  });
});
