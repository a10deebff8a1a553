import { expect, test } from 'vitest';
import { createRandom } from '../random';
import { Store } from '../state/store';
import { type ClockState, createClock, runningClock } from './clock';
import { Scheduler } from './scheduler';

function scheduled(state: ClockState) {
  const timers: number[] = [];
  const done: string[] = [];
  const clock = {
    ...createClock(() => state),
    after: (delayMs: number) => {
      timers.push(delayMs);
      return () => {};
    },
  };
  const store = new Store();
  const scheduler = new Scheduler(store, clock, createRandom(), () => {});
  scheduler.start((_kind, subject) => void done.push(subject));
  return { scheduler, timers, done };
}

test('a clock that runs has one timer set, for the next task; one that stands has none', () => {
  const running = scheduled(runningClock);
  running.scheduler.plan('review_card', 'later', 60_000);
  running.scheduler.plan('review_card', 'much later', 120_000);
  expect(running.timers).toHaveLength(1);
  const frozen = scheduled({ offsetMs: 0, frozenAtMs: 1_000 });
  frozen.scheduler.plan('review_card', 'later', 60_000);
  expect(frozen.timers).toEqual([]);
});

test('what is due together happens in the order in which it was planned', () => {
  const { scheduler, done } = scheduled({ offsetMs: 0, frozenAtMs: 1_000 });
  const planned = Array.from({ length: 50 }, (_, place) => `task ${place}`);
  scheduler.plan('review_card', 'not yet', 1);
  for (const subject of planned) scheduler.plan('review_card', subject, 0);
  scheduler.runDue();
  expect(done).toEqual(planned);
});
