import type { Random } from '../random';
import type { TaskKind, TaskRow } from '../state/rows-world';
import type { Store } from '../state/store';
import type { Clock } from './clock';

/** Does the work of one kind of task, inside the transaction that removes the task. */
export type TaskHandlers = Readonly<Record<TaskKind, (subject: string) => void>>;

/**
 * Runs what falls due: the earliest first, and in order of making where two are due together.
 *
 * Tasks live in the store; this keeps them sorted and one timer set for the next.
 */
export class Scheduler {
  readonly #store: Store;
  readonly #clock: Clock;
  readonly #random: Random;
  readonly #queue: TaskRow[] = [];
  readonly #onError: (error: unknown) => void;
  #handlers: TaskHandlers | null = null;
  #cancelTimer: () => void = () => {};

  constructor(store: Store, clock: Clock, random: Random, onError: (error: unknown) => void) {
    this.#store = store;
    this.#clock = clock;
    this.#random = random;
    this.#onError = onError;
  }

  /** Takes up the stored tasks, overdue ones at once, and starts the timer. */
  start(handlers: TaskHandlers): void {
    this.#handlers = handlers;
    for (const task of this.#store.tasks.all().reverse()) this.#insert(task);
    this.#arm();
  }

  stop(): void {
    this.#handlers = null;
    this.#cancelTimer();
  }

  /** Plans work in `delayMs`. Call it inside a transaction: the task is undone with it. */
  plan(kind: TaskKind, subject: string, delayMs: number): void {
    this.planAt(kind, subject, this.#clock.now() + delayMs);
  }

  /** Plans work for a moment; one that has passed is due at once. */
  planAt(kind: TaskKind, subject: string, dueMs: number): void {
    this.#insert(this.#store.tasks.put({ id: this.#random.hex(16), kind, subject, dueMs }));
    this.#arm();
  }

  #insert(task: TaskRow): void {
    let low = 0;
    let high = this.#queue.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#queue[middle]?.dueMs ?? 0) <= task.dueMs) low = middle + 1;
      else high = middle;
    }
    this.#queue.splice(low, 0, task);
  }

  #arm(): void {
    this.#cancelTimer();
    const next = this.#queue[0];
    if (next === undefined || this.#handlers === null) return;
    const delayMs = next.dueMs - this.#clock.now();
    this.#cancelTimer = this.#clock.after(delayMs, () => this.#runDue());
  }

  #runDue(): void {
    const handlers = this.#handlers;
    if (handlers === null) return;
    while ((this.#queue[0]?.dueMs ?? Number.POSITIVE_INFINITY) <= this.#clock.now()) {
      const task = this.#queue.shift();
      // A task planned by a request that failed is in the queue but no longer in the store.
      if (task === undefined || this.#store.tasks.get(task.id) === undefined) continue;
      this.#run(task, handlers);
    }
    this.#arm();
  }

  /** A task that fails leaves no trace of itself and does not hold up the others. */
  #run(task: TaskRow, handlers: TaskHandlers): void {
    try {
      this.#store.transaction(() => {
        this.#store.tasks.delete(task.id);
        handlers[task.kind](task.subject);
      });
    } catch (error) {
      this.#onError(error);
    }
  }
}
