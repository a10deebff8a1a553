import 'server-only';
import { setImmediate } from 'node:timers/promises';

type Waiting<Item, Outcome> = {
  item: Item;
  settle: (result: PromiseSettledResult<Outcome>) => void;
};

/** Those who wait, in the order in which they came. */
type Line<Item, Outcome> = { waiting: Set<Waiting<Item, Outcome>>; isBusy: boolean };

export type GroupLimits = {
  maxGroup: number;
  /** So many may wait in one line; whoever comes after them is refused at once. */
  maxWaiting: number;
  /** So long anybody waits for an outcome, in line or in a group that is under way. */
  patienceMs: number;
};

type GroupOptions<Item, Outcome> = {
  /** How many groups may be under way at once. Each line has one. */
  lines: number;
  /** In which line an item stands; those that must not meet in two groups stand in the same one. */
  lineOf: (item: Item) => number;
  limits: GroupLimits;
  /**
   * Does the work for a whole group, and gives an outcome to each, in their order. When it rejects, that
   * is the outcome of each in this group, and the next group is tried.
   */
  commit: (items: Item[], line: number) => Promise<PromiseSettledResult<Outcome>[]>;
};

/** Too many are waiting. */
export class OverloadError extends Error {
  override name = 'OverloadError';
}

/** The time in which an outcome was wanted is over. */
export class LateError extends Error {
  override name = 'LateError';
}

/**
 * Lets concurrent work share what is dear about it, such as the commit of a transaction. Nobody waits
 * for company: a group is whoever came while the group before them was under way.
 *
 * @returns what does the work for one item. It rejects when the work could not be done, or when nobody
 * knows whether it was: with {@link OverloadError} when it was not begun, and with {@link LateError} when
 * the patience is over. Then it was not begun and never will be, or it is under way and may be done yet.
 */
export function groupCommit<Item, Outcome>(
  options: GroupOptions<Item, Outcome>,
): (item: Item) => Promise<Outcome> {
  const { limits } = options;
  const lines = Array.from(
    { length: options.lines },
    (): Line<Item, Outcome> => ({ waiting: new Set(), isBusy: false }),
  );
  return (item) =>
    new Promise((resolve, reject) => {
      const place = options.lineOf(item);
      const line = lines[place];
      if (!line || line.waiting.size >= limits.maxWaiting) {
        return reject(new OverloadError('Too many are waiting.'));
      }
      const settle = (result: PromiseSettledResult<Outcome>) => {
        clearTimeout(timer);
        if (result.status === 'fulfilled') resolve(result.value);
        else reject(asError(result.reason));
      };
      const waiting = { item, settle };
      const timer = setTimeout(() => {
        line.waiting.delete(waiting);
        reject(new LateError(`Not done within ${limits.patienceMs} ms.`));
      }, limits.patienceMs);
      line.waiting.add(waiting);
      if (!line.isBusy) void workOff(line, place, options);
    });
}

/** Never rejects: what goes wrong is told to those who wait. */
async function workOff<Item, Outcome>(
  line: Line<Item, Outcome>,
  place: number,
  { limits, commit }: GroupOptions<Item, Outcome>,
): Promise<void> {
  line.isBusy = true;
  while (line.waiting.size > 0) {
    // Who has arrived by now, but was not read yet, comes along.
    await setImmediate();
    const group = [...line.waiting].slice(0, limits.maxGroup);
    for (const waiting of group) line.waiting.delete(waiting);
    try {
      const items = group.map(({ item }) => item);
      const results = await commit(items, place);
      group.forEach(({ settle }, index) =>
        settle(results[index] ?? { status: 'rejected', reason: new Error('No outcome.') }),
      );
    } catch (reason) {
      for (const { settle } of group) settle({ status: 'rejected', reason });
    }
  }
  line.isBusy = false;
}

function asError(reason: unknown): Error {
  return reason instanceof Error ? reason : new Error(String(reason));
}
