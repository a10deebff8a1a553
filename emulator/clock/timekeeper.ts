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

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Goes on with an advance that an earlier run did not live to finish. */
  resume(): void {
    const { target } = this.#row();
    if (target !== null) void this.#queue(() => this.#travel(target.thenRuns));
  }

  stop(): void {
    this.#isStopped = true;
  }

  freeze(): Promise<void> {
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

  /** Moves to `toMs` through everything that is due until then. A moment gone by changes nothing. */
  advance(toMs: (nowMs: number) => number): Promise<void> {
    return this.#queue(async () => {
      const { clock } = this.#parts;
      const nowMs = clock.now();
      const thenRuns = !clock.isFrozen();
      const target = { toMs: Math.max(toMs(nowMs), nowMs), thenRuns };
      this.#set({ frozenAtMs: nowMs, target });
      await this.#travel(thenRuns);
    });
  }

  async #travel(thenRuns: boolean): Promise<void> {
    const { store, clock, scheduler, idle } = this.#parts;
    for (let step = 1; !this.#isStopped; step += 1) {
      const toMs = this.#row().target?.toMs;
      // The world was replaced by another meanwhile.
      if (toMs === undefined) return;
      scheduler.runDue();
      await idle();
      if (step % stepsWithoutPause === 0) await new Promise<void>((go) => void clock.soon(go));
      const nextMs = scheduler.nextDueMs() ?? Number.POSITIVE_INFINITY;
      if (nextMs <= clock.now()) continue;
      if (nextMs > toMs) break;
      store.transaction(() => store.clock.put({ ...this.#row(), frozenAtMs: nextMs }));
    }
    const { target } = this.#row();
    if (this.#isStopped || target === null) return;
    if (thenRuns) this.#runFrom(target.toMs);
    else this.#set({ frozenAtMs: target.toMs, target: null });
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
  #queue(work: () => void | Promise<void>): Promise<void> {
    const done = this.#last.then(work);
    this.#last = done.catch(() => {});
    return done;
  }
}
