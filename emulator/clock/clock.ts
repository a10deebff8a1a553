/** The longest delay that Node's timers take; a longer one would fire at once. */
const longestDelayMs = 2 ** 31 - 1;

/**
 * The only module that reads the time or sets a timer, so that one day it can be frozen and advanced
 * and everything follows.
 */
export type Clock = {
  /** Milliseconds since 1970, UTC. */
  now(): number;
  /** Milliseconds from an arbitrary start, for measuring how long something took. */
  tick(): number;
  /** Calls back once after `delayMs`, or a little earlier when that is beyond 24 days. */
  after(delayMs: number, run: () => void): () => void;
  /** A signal that aborts after `delayMs`. */
  deadline(delayMs: number): AbortSignal;
};

/** A clock that runs as the computer's does. */
export function createClock(): Clock {
  return {
    now: () => Date.now(),
    tick: () => performance.now(),
    after: (delayMs, run) => {
      const timer = setTimeout(run, Math.min(Math.max(delayMs, 0), longestDelayMs));
      return () => clearTimeout(timer);
    },
    deadline: (delayMs) => AbortSignal.timeout(delayMs),
  };
}
