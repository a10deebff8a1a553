/** The longest delay that Node's timers take; a longer one would fire at once. */
const longestDelayMs = 2 ** 31 - 1;

/** How the emulated time relates to the computer's. Stored, so that a restart goes on with it. */
export type ClockState = {
  /** Added to the computer's time while the clock runs. */
  readonly offsetMs: number;
  /** The moment at which it stands; null while it runs. */
  readonly frozenAtMs: number | null;
};

export const runningClock: ClockState = { offsetMs: 0, frozenAtMs: null };

/** The only module that reads the time or sets a timer, so that everything follows one clock. */
export type Clock = {
  /** The emulated time: milliseconds since 1970, UTC. */
  now(): number;
  isFrozen(): boolean;
  /** With this offset a clock that runs would show `ms` now. */
  offsetFor(ms: number): number;
  /** Real milliseconds from an arbitrary start, for measuring how long something took. */
  tick(): number;
  /** Calls back once after `delayMs` of real time, or a little earlier beyond 24 days. */
  after(delayMs: number, run: () => void): () => void;
  /** Calls back as soon as what runs now is through. */
  soon(run: () => void): () => void;
  /** Real time passes: partners' own deadlines do not know of the emulated clock. */
  sleep(delayMs: number): Promise<void>;
  /** A signal that aborts after `delayMs` of real time. */
  deadline(delayMs: number): AbortSignal;
};

/** @param read the state to show the time by, asked every time */
export function createClock(read: () => ClockState = () => runningClock): Clock {
  const after = (delayMs: number, run: () => void) => {
    const timer = setTimeout(run, Math.min(Math.max(delayMs, 0), longestDelayMs));
    return () => clearTimeout(timer);
  };
  return {
    now: () => {
      const { frozenAtMs, offsetMs } = read();
      return frozenAtMs ?? Date.now() + offsetMs;
    },
    isFrozen: () => read().frozenAtMs !== null,
    offsetFor: (ms) => ms - Date.now(),
    tick: () => performance.now(),
    after,
    soon: (run) => {
      const turn = setImmediate(run);
      return () => clearImmediate(turn);
    },
    sleep: (delayMs) => new Promise((resolve) => void after(delayMs, resolve)),
    deadline: (delayMs) => AbortSignal.timeout(delayMs),
  };
}
