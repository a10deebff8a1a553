import type { Clock } from '../clock/clock';

/** A clock that stands still until a test moves it; what falls due on the way happens in order. */
export function handClock(startIso: string) {
  let nowMs = Date.parse(startIso);
  const timers = new Set<{ readonly dueMs: number; readonly run: () => void }>();
  const clock: Clock = {
    now: () => nowMs,
    tick: () => nowMs,
    after: (delayMs, run) => {
      const timer = { dueMs: nowMs + Math.max(delayMs, 0), run };
      timers.add(timer);
      return () => void timers.delete(timer);
    },
    isFrozen: () => false,
    offsetFor: () => 0,
    soon: (run) => clock.after(0, run),
    sleep: () => Promise.resolve(),
    deadline: () => new AbortController().signal,
  };
  const moveTo = (iso: string) => {
    const endMs = Date.parse(iso);
    for (;;) {
      const [next] = [...timers].sort((one, other) => one.dueMs - other.dueMs);
      if (next === undefined || next.dueMs > endMs) break;
      timers.delete(next);
      nowMs = Math.max(nowMs, next.dueMs);
      next.run();
    }
    nowMs = endMs;
  };
  return { clock, moveTo };
}
