import { assert, constantFrom, date, integer, property } from 'fast-check';
import { expect, test } from 'vitest';
import { pacificDay } from '@/lib/astra';
import { routineStatuses } from '@/lib/astra/contract';
import { upcomingDates } from './upcoming-dates';

const routine = {
  type: 'recurring',
  frequency: 'weekly',
  startDate: '2026-11-02',
  status: 'active',
};
const none = { transfers: 0, lastDay: null };
const today = '2026-11-21';

test('a weekly routine shows its next five days, in the year to come too', () => {
  expect(upcomingDates(routine, { transfers: 3, lastDay: '2026-11-16' }, today)).toEqual([
    '2026-11-23',
    '2026-11-30',
    '2026-12-07',
    '2026-12-14',
    '2026-12-21',
  ]);
});

test('what is due today is shown until its transfer has begun', () => {
  const due = { ...routine, startDate: today };
  expect(upcomingDates(due, none, today, 1)).toEqual([today]);
  expect(upcomingDates(due, { transfers: 1, lastDay: today }, today, 1)).toEqual(['2026-11-28']);
});

test('a one-time payment has its day before its transfer has begun, and none after', () => {
  const once = { ...routine, type: 'one-time', frequency: null, startDate: '2026-12-24' };
  expect(upcomingDates(once, none, today)).toEqual(['2026-12-24']);
  expect(upcomingDates({ ...once, startDate: '2026-11-20' }, none, today)).toEqual([today]);
  expect(upcomingDates(once, { transfers: 1, lastDay: today }, today)).toEqual([]);
});

test('a year of weekly payments ends with the fifty-second', () => {
  const year = { ...routine, type: 'fifty-two-week', frequency: null };
  expect(upcomingDates(year, none, today)).toHaveLength(5);
  expect(upcomingDates(year, { transfers: 50, lastDay: today }, today)).toHaveLength(2);
  expect(upcomingDates(year, { transfers: 53, lastDay: today }, today)).toEqual([]);
});

test.each([
  ['waits for something to happen', { type: 'sweep' }],
  ['repeats in a way that we don’t know', { frequency: 'yearly' }],
  ['is of a kind that we don’t know', { type: 'lottery' }],
  ['has no first day', { startDate: null }],
  ['has a first day that does not exist', { startDate: '2026-02-30' }],
])('a routine that %s has no days that anybody could tell', (_why, change) => {
  expect(upcomingDates({ ...routine, ...change }, none, today)).toEqual([]);
});

test('only an active routine has days to come', () => {
  const shown = routineStatuses.filter(
    (status) => upcomingDates({ ...routine, status }, none, today).length > 0,
  );
  expect(shown).toEqual(['active']);
});

test('a first day that comes with a time is that day', () => {
  const at = { ...routine, startDate: '2026-12-01T00:00:00' };
  expect(upcomingDates(at, none, today, 1)).toEqual(['2026-12-01']);
});

test('at any moment, through leap days and changes of the clock, the next days are in order, none is past, and each is of the routine', () => {
  const moments = date({
    min: new Date('2020-01-01T00:00:00Z'),
    max: new Date('2040-01-01T00:00:00Z'),
    noInvalidDate: true,
  });
  const frequency = constantFrom('weekly', 'bi-weekly', 'monthly');
  assert(
    property(moments, integer({ min: 0, max: 2000 }), frequency, (now, ago, often) => {
      const start = pacificDay(now.getTime() - ago * 86_400_000);
      const seen = pacificDay(now);
      const days = upcomingDates({ ...routine, frequency: often, startDate: start }, none, seen);
      expect(days).toHaveLength(5);
      expect(days).toEqual([...new Set(days)].toSorted());
      expect(days.every((day) => day >= seen)).toBe(true);
      const inDays = days.map((day) => (Date.parse(day) - Date.parse(start)) / 86_400_000);
      if (often !== 'monthly') {
        expect(inDays.every((count) => count % (often === 'weekly' ? 7 : 14) === 0)).toBe(true);
      }
      const gaps = inDays.slice(1).map((count, index) => count - (inDays[index] ?? 0));
      const [least, most] = { weekly: [7, 7], 'bi-weekly': [14, 14], monthly: [28, 31] }[often];
      expect(gaps.every((gap) => gap >= (least ?? 0) && gap <= (most ?? 0))).toBe(true);
    }),
  );
});
