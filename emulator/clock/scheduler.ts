import type { Random } from '../random';
import type { TaskKind, TaskRow } from '../state/rows-world';
import type { Store } from '../state/store';
import type { Clock } from './clock';
import { TaskQueue } from './task-queue';

/** Does the work of one kind of task, inside the transaction that removes the task. */
export type TaskHandlers = Readonly<Record<TaskKind, (subject: string) => void>>;

/** Older failures make room. */
const keptFailures = 100;

type Work = (kind: TaskKind, subject: string) => void;

/**
 * Runs what falls due: the earliest first, and in order of making where two are due together.
 *
 * Tasks live in the store; this keeps them sorted and, while the clock runs, one timer set for the
 * next. Under a frozen clock what is due now still runs at once, and nothing waits for a timer.
 */
export class Scheduler {
  readonly #store: Store;
  readonly #clock: Clock;
  readonly #random: Random;
  readonly #queue = new TaskQueue();
  readonly #onError: (error: unknown) => void;
  #work: Work | null = null;
  #cancelTimer: () => void = () => {};

  constructor(store: Store, clock: Clock, random: Random, onError: (error: unknown) => void) {
    this.#store = store;
    this.#clock = clock;
    this.#random = random;
    this.#onError = onError;
  }

  /** Takes up the stored tasks, overdue ones at once, and starts the timer. */
  start(work: Work): void {
    this.#work = work;
    this.reload();
  }

  stop(): void {
    this.#work = null;
    this.#cancelTimer();
  }

  /** Begins again with the stored tasks: the world was replaced by another. */
  reload(): void {
    this.#queue.clear();
    for (const task of this.#store.tasks.all().reverse()) this.#queue.add(task);
    this.arm();
  }

  /** Plans work in `delayMs`. Call it inside a transaction: the task is undone with it. */
  plan(kind: TaskKind, subject: string, delayMs: number): void {
    this.planAt(kind, subject, this.#clock.now() + delayMs);
  }

  /** Plans work for a moment; one that has passed is due at once. */
  planAt(kind: TaskKind, subject: string, dueMs: number): void {
    const task = this.#store.tasks.put({ id: this.#random.hex(16), kind, subject, dueMs });
    this.#queue.add(task);
    if (this.#queue.first() === task) this.arm();
  }

  /** When the next task falls due. */
  nextDueMs(): number | undefined {
    for (;;) {
      const task = this.#queue.first();
      // A task planned by a request that failed is in the queue but no longer in the store.
      if (task === undefined || this.#store.tasks.get(task.id) !== undefined) return task?.dueMs;
      this.#queue.removeFirst();
    }
  }

  /** Sets the timer anew, after the clock was changed. */
  arm(): void {
    this.#cancelTimer();
    const dueMs = this.nextDueMs();
    if (dueMs === undefined || this.#work === null) return;
    const delayMs = dueMs - this.#clock.now();
    if (this.#clock.isFrozen()) {
      if (delayMs <= 0) this.#cancelTimer = this.#clock.soon(() => this.runDue());
      return;
    }
    this.#cancelTimer = this.#clock.after(delayMs, () => this.runDue());
  }

  /** Runs everything that is due by now. */
  runDue(): void {
    const work = this.#work;
    if (work === null) return;
    while ((this.nextDueMs() ?? Number.POSITIVE_INFINITY) <= this.#clock.now()) {
      const task = this.#queue.first();
      this.#queue.removeFirst();
      if (task !== undefined) this.#run(task, work);
    }
    this.arm();
  }

  /** What a task that fails has done is undone. It is not tried again, and holds up no other. */
  #run(task: TaskRow, work: Work): void {
    try {
      this.#store.transaction(() => {
        this.#store.tasks.delete(task.id);
        work(task.kind, task.subject);
      });
    } catch (error) {
      this.#onError(error);
      this.#keepFailure(task, error);
    }
  }

  /** Otherwise what waits for the task would wait for ever, and nobody could see why. */
  #keepFailure(task: TaskRow, error: unknown): void {
    const { tasks, failedTasks } = this.#store;
    try {
      this.#store.transaction(() => {
        tasks.delete(task.id);
        const text = error instanceof Error ? error.message : String(error);
        failedTasks.put({ ...task, error: text, failedMs: this.#clock.now() });
        failedTasks.trim(keptFailures);
      });
    } catch (cause) {
      this.#onError(cause);
    }
  }
}
