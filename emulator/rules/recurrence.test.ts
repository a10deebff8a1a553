import { expect, test } from 'vitest';
import { momentIn } from '../clock/zones';
import { recurrenceFrom } from './recurrence';

test.each([
  ['weekly', '2026-01-05', '2026-01-06', '2026-01-12'],
  ['weekly', '2026-01-05', '2026-01-12', '2026-01-12'],
  ['bi-weekly', '2026-01-05', '2026-01-06', '2026-01-19'],
  ['bi-weekly', '2026-01-05', '2026-03-03', '2026-03-16'],
  ['monthly', '2026-01-15', '2026-01-16', '2026-02-15'],
  ['monthly', '2026-01-31', '2026-02-01', '2026-02-28'],
  ['monthly', '2026-01-31', '2026-03-01', '2026-03-31'],
  ['monthly', '2028-01-30', '2028-02-01', '2028-02-29'],
  ['monthly', '2026-01-31', '2026-12-31', '2026-12-31'],
  ['monthly', '2026-12-30', '2026-12-31', '2027-01-30'],
  ['monthly', '2026-05-01', '2026-01-01', '2026-05-01'],
])('%s from %s, the first not before %s is %s', (frequency, start, from, expected) => {
  expect(recurrenceFrom(start, frequency, from)).toBe(expected);
});

test('a Pacific day begins eight hours after UTC, seven in summer, also when the clocks change', () => {
  const midnight = (day: string) =>
    new Date(momentIn('America/Los_Angeles', day, '00:00')).toISOString().slice(0, 16);
  expect(midnight('2026-01-15')).toBe('2026-01-15T08:00');
  expect(midnight('2026-07-15')).toBe('2026-07-15T07:00');
  expect(midnight('2026-03-08')).toBe('2026-03-08T08:00');
  expect(midnight('2026-03-09')).toBe('2026-03-09T07:00');
  expect(midnight('2026-11-01')).toBe('2026-11-01T07:00');
  expect(midnight('2026-11-02')).toBe('2026-11-02T08:00');
});
