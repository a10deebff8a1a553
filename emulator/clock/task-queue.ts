import type { TaskRow } from '../state/rows-world';

type Entry = { readonly task: TaskRow; readonly order: number };

/** Tasks by due time, and in order of making where two are due together: a binary heap. */
export class TaskQueue {
  #heap: Entry[] = [];
  #nextOrder = 0;

  add(task: TaskRow): void {
    const heap = this.#heap;
    const entry = { task, order: this.#nextOrder++ };
    let place = heap.push(entry) - 1;
    while (place > 0) {
      const parent = (place - 1) >>> 1;
      const above = heap[parent];
      if (above === undefined || isBefore(above, entry)) break;
      heap[place] = above;
      place = parent;
    }
    heap[place] = entry;
  }

  first(): TaskRow | undefined {
    return this.#heap[0]?.task;
  }

  removeFirst(): void {
    const last = this.#heap.pop();
    if (last !== undefined && this.#heap.length > 0) this.#sink(last);
  }

  clear(): void {
    this.#heap = [];
  }

  #sink(entry: Entry): void {
    const heap = this.#heap;
    let place = 0;
    for (;;) {
      const left = heap[2 * place + 1];
      const right = heap[2 * place + 2];
      if (left === undefined) break;
      const isRight = right !== undefined && isBefore(right, left);
      const child = isRight ? right : left;
      if (isBefore(entry, child)) break;
      heap[place] = child;
      place = 2 * place + (isRight ? 2 : 1);
    }
    heap[place] = entry;
  }
}

function isBefore(one: Entry, other: Entry): boolean {
  if (one.task.dueMs !== other.task.dueMs) return one.task.dueMs < other.task.dueMs;
  return one.order < other.order;
}
