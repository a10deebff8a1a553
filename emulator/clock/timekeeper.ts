import type { ClockRow } from '../state/rows-world';
import type { Store } from '../state/store';
import type { Clock } from './clock';
import { runningClock } from './clock';
import type { Scheduler } from './scheduler';

/** After this many steps other work gets its turn. */
const stepsWithoutPause = 200;

type Parts = {
  readonly store: Store;
  readonly clock: Clock;
  readonly scheduler: Scheduler;
  /** Settles when every webhook attempt under way has its answer. */
  readonly idle: () => Promise<void>;
};

/**
 * Freezes the clock, lets it run, and advances it.
 *
 * An advance stops at every moment at which something is due, does that, and waits for the answers
 * to the webhooks it caused, for they decide what is planned next. Where it leads is stored: an
 * emulator that is killed on the way goes on when it starts again.
 */
export class Timekeeper {
  readonly #parts: Parts;
  #last: Promise<void> = Promise.resolve();
  #isStopped = false;
  /** Ends the advances that were asked for so far. */
  #advances = new AbortController();

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Goes on with an advance that an earlier run did not live to finish. */
  resume(): void {
    const { target } = this.#row();
    if (target !== null) {
      const { signal } = this.#advances;
      void this.#queue(() => this.#travel(target.thenRuns, signal));
    }
  }

  stop(): void {
    this.#isStopped = true;
  }

  /** Stops time at once: an advance under way ends where it is, and those that wait don't begin. */
  freeze(): Promise<void> {
    this.#advances.abort();
    this.#advances = new AbortController();
    return this.#queue(() => this.#set({ frozenAtMs: this.#parts.clock.now(), target: null }));
  }

  /** Lets time pass again, from the moment that the clock shows. */
  run(): Promise<void> {
    return this.#queue(() => this.#runFrom(this.#parts.clock.now()));
  }

  /** Shows the computer's own time again; the clock may jump, and what is then due runs at once. */
  runAtRealTime(): Promise<void> {
    return this.#queue(() => this.#set({ ...runningClock, target: null }));
  }

  /**
   * Moves to `toMs` through everything that is due until then. A moment gone by changes nothing.
   *
   * @returns the moment at which a freeze stopped it on the way; null when none did
   */
  advance(toMs: (nowMs: number) => number): Promise<number | null> {
    const { signal } = this.#advances;
    return this.#queue(async () => {
      const { clock } = this.#parts;
      const nowMs = clock.now();
      if (signal.aborted) return nowMs;
      const thenRuns = !clock.isFrozen();
      const target = { toMs: Math.max(toMs(nowMs), nowMs), thenRuns };
      this.#set({ frozenAtMs: nowMs, target });
      return this.#travel(thenRuns, signal);
    });
  }

  async #travel(thenRuns: boolean, signal: AbortSignal): Promise<number | null> {
    const { store, clock, scheduler } = this.#parts;
    for (let step = 1; !this.#isStopped && !signal.aborted; step += 1) {
      const toMs = this.#row().target?.toMs;
      // The world was replaced by another meanwhile.
      if (toMs === undefined) return null;
      scheduler.runDue();
      await this.#settled(signal);
      if (step % stepsWithoutPause === 0) await new Promise<void>((go) => void clock.soon(go));
      if (signal.aborted) break;
      const nextMs = scheduler.nextDueMs() ?? Number.POSITIVE_INFINITY;
      if (nextMs <= clock.now()) continue;
      if (nextMs > toMs) break;
      store.transaction(() => store.clock.put({ ...this.#row(), frozenAtMs: nextMs }));
    }
    const { target } = this.#row();
    if (this.#isStopped || target === null) return null;
    if (signal.aborted) {
      this.#set({ target: null });
      return clock.now();
    }
    if (thenRuns) this.#runFrom(target.toMs);
    else this.#set({ frozenAtMs: target.toMs, target: null });
    return null;
  }

  /** Waits for the webhook attempts under way; a freeze does not. */
  #settled(signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const stop = () => resolve();
      signal.addEventListener('abort', stop, { once: true });
      void this.#parts
        .idle()
        .then(resolve, reject)
        .finally(() => signal.removeEventListener('abort', stop));
    });
  }

  #runFrom(ms: number): void {
    const offsetMs = this.#parts.clock.offsetFor(ms);
    this.#set({ offsetMs, frozenAtMs: null, target: null });
  }

  #row(): ClockRow {
    return this.#parts.store.clock.get('clock') ?? { id: 'clock', ...runningClock, target: null };
  }

  #set(change: Partial<ClockRow>): void {
    const { store, scheduler } = this.#parts;
    store.transaction(() => store.clock.put({ ...this.#row(), ...change }));
    scheduler.arm();
  }

  /** One change at a time, in the order of asking. */
  #queue<T>(work: () => T | Promise<T>): Promise<T> {
    const done = this.#last.then(work);
    this.#last = done.then(
      () => undefined,
      () => undefined,
    );
    return done;
  }
}
