import { expect, test } from 'vitest';
import { type AchSpeed, achTimes } from './ach-windows';

function times(speed: AchSpeed, at: string) {
  const { cutOffMs, settlesMs } = achTimes(speed, Date.parse(at));
  return [cutOffMs, settlesMs].map((ms) => new Date(ms).toISOString().slice(0, 16));
}

// Tuesday, November 24, 2026, five hours behind UTC; the 26th is Thanksgiving.
test.each([
  ['T+0', '2026-11-24T14:44:59Z', '2026-11-24T14:45', '2026-11-24T18:00'],
  ['T+0', '2026-11-24T14:45:00Z', '2026-11-24T18:45', '2026-11-24T22:00'],
  ['T+0', '2026-11-24T18:45:00Z', '2026-11-24T20:45', '2026-11-24T23:00'],
  ['T+0', '2026-11-24T20:45:00Z', '2026-11-25T14:45', '2026-11-25T18:00'],
  ['T+1', '2026-11-24T20:45:00Z', '2026-11-24T23:45', '2026-11-25T13:30'],
  ['T+1', '2026-11-24T23:45:00Z', '2026-11-25T14:45', '2026-11-27T13:30'],
  ['T+2', '2026-11-24T12:00:00Z', '2026-11-24T14:45', '2026-11-27T13:30'],
  ['T+4', '2026-11-24T12:00:00Z', '2026-11-24T14:45', '2026-12-01T13:30'],
] as const)(
  '%s handed in at %s leaves before %s and settles at %s',
  (speed, at, cutOff, settles) => {
    expect(times(speed, at)).toEqual([cutOff, settles]);
  },
);

test('after the last same-day window T+1 arrives before T+0', () => {
  const at = Date.parse('2026-11-24T21:00:00Z');
  expect(achTimes('T+1', at).settlesMs).toBeLessThan(achTimes('T+0', at).settlesMs);
});

test('windows follow Eastern time through summer, and wait over weekends and holidays', () => {
  expect(times('T+0', '2026-07-01T13:44:00Z')).toEqual(['2026-07-01T13:45', '2026-07-01T17:00']);
  // Saturday, March 13, 2027; the clocks change that night.
  expect(times('T+1', '2027-03-13T15:00:00Z')).toEqual(['2027-03-15T13:45', '2027-03-16T12:30']);
  // 10 pm on Thursday in New York is Friday in UTC.
  expect(times('T+0', '2026-11-28T03:00:00Z')).toEqual(['2026-11-30T14:45', '2026-11-30T18:00']);
});
