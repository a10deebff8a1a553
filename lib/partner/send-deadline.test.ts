import { afterEach, expect, test, vi } from 'vitest';
import { startDeadline } from './send-deadline';

afterEach(() => void vi.restoreAllMocks());

test.each([
  ['over when both clocks have gone on', 10_001, 10_001, true],
  [
    'over when the process was suspended, so that only the time of day has gone on',
    20,
    3_600_000,
    true,
  ],
  ['over even when the time of day was set back', 10_001, -3_600_000, true],
  ['not over before either clock says so', 9_999, 9_999, false],
])('a deadline of ten seconds is %s', (_what, ownMs, dayMs, isOver) => {
  const [own, day] = [performance.now(), Date.now()];
  vi.spyOn(performance, 'now').mockReturnValue(own);
  vi.spyOn(Date, 'now').mockReturnValue(day);
  const isPast = startDeadline(10_000);
  vi.spyOn(performance, 'now').mockReturnValue(own + ownMs);
  vi.spyOn(Date, 'now').mockReturnValue(day + dayMs);
  expect(isPast()).toBe(isOver);
});
