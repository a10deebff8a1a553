import { expect, test } from 'vitest';
import { pacificMidnights } from './pacific-midnights';

const hour = 60 * 60_000;

test.each([
  ['in winter', '2026-01-15T03:20:00Z', '2026-01-14T08:00:00Z', '2026-01-15T08:00:00Z'],
  ['in summer', '2026-07-15T03:20:00Z', '2026-07-14T07:00:00Z', '2026-07-15T07:00:00Z'],
  ['when spring begins', '2026-03-08T20:00:00Z', '2026-03-08T08:00:00Z', '2026-03-09T07:00:00Z'],
  ['when summer ends', '2026-11-01T20:00:00Z', '2026-11-01T07:00:00Z', '2026-11-02T08:00:00Z'],
  ['at the end of a year', '2027-01-01T01:00:00Z', '2026-12-31T08:00:00Z', '2027-01-01T08:00:00Z'],
  ['after a leap day', '2028-03-01T07:59:59Z', '2028-02-29T08:00:00Z', '2028-03-01T08:00:00Z'],
])('a day %s begins and ends at midnight in Los Angeles', (_when, at, startedAt, endsAt) => {
  expect(pacificMidnights(new Date(at))).toEqual({
    startedAt: new Date(startedAt),
    endsAt: new Date(endsAt),
  });
});

test('every moment of two years lies in its day, and each day begins where the one before ended', () => {
  const from = Date.parse('2026-01-01T00:00:00Z');
  for (let at = from; at < from + 2 * 365 * 24 * hour; at += hour) {
    const { startedAt, endsAt } = pacificMidnights(new Date(at));
    expect(startedAt.getTime()).toBeLessThanOrEqual(at);
    expect(endsAt.getTime()).toBeGreaterThan(at);
    expect(pacificMidnights(endsAt).startedAt).toEqual(endsAt);
  }
});
