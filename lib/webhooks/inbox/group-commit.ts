import 'server-only';
import { setImmediate } from 'node:timers/promises';

type Waiting<Item, Outcome> = {
  item: Item;
  settle: (result: PromiseSettledResult<Outcome>) => void;
};

type Line<Item, Outcome> = { waiting: Waiting<Item, Outcome>[]; isBusy: boolean };

type GroupOptions<Item, Outcome> = {
  /** How many groups may be under way at once. Each line has one. */
  lines: number;
  /** In which line an item stands; those that must not meet in two groups stand in the same one. */
  lineOf: (item: Item) => number;
  maxGroup: number;
  /** So many may wait in one line; whoever comes after them is refused at once. */
  maxWaiting: number;
  /**
   * Does the work for a whole group, and gives an outcome to each, in their order. Rejects when no work
   * can be done at all: that is told to everybody who waits in this line, too.
   */
  commit: (items: Item[], line: number) => Promise<PromiseSettledResult<Outcome>[]>;
};

/** Too many are waiting. */
export class OverloadError extends Error {
  override name = 'OverloadError';
}

/**
 * Lets concurrent work share what is dear about it, such as the commit of a transaction. Nobody waits
 * for company: a group is whoever came while the group before them was under way.
 *
 * @returns what does the work for one item. It rejects when the work could not be done, or when nobody
 * knows whether it was; with {@link OverloadError} when it was not begun.
 */
export function groupCommit<Item, Outcome>(
  options: GroupOptions<Item, Outcome>,
): (item: Item) => Promise<Outcome> {
  const lines = Array.from(
    { length: options.lines },
    (): Line<Item, Outcome> => ({ waiting: [], isBusy: false }),
  );
  return (item) =>
    new Promise((resolve, reject) => {
      const place = options.lineOf(item);
      const line = lines[place];
      if (!line || line.waiting.length >= options.maxWaiting) {
        return reject(new OverloadError('Too many are waiting.'));
      }
      const settle = (result: PromiseSettledResult<Outcome>) => {
        if (result.status === 'fulfilled') resolve(result.value);
        else reject(asError(result.reason));
      };
      line.waiting.push({ item, settle });
      if (!line.isBusy) void workOff(line, place, options);
    });
}

/** Never rejects: what goes wrong is told to those who wait. */
async function workOff<Item, Outcome>(
  line: Line<Item, Outcome>,
  place: number,
  { maxGroup, commit }: GroupOptions<Item, Outcome>,
): Promise<void> {
  line.isBusy = true;
  while (line.waiting.length > 0) {
    // Who has arrived by now, but was not read yet, comes along.
    await setImmediate();
    const group = line.waiting.splice(0, maxGroup);
    try {
      const items = group.map(({ item }) => item);
      const results = await commit(items, place);
      group.forEach(({ settle }, index) =>
        settle(results[index] ?? { status: 'rejected', reason: new Error('No outcome.') }),
      );
    } catch (reason) {
      for (const { settle } of [...group, ...line.waiting.splice(0)]) {
        settle({ status: 'rejected', reason });
      }
    }
  }
  line.isBusy = false;
}

function asError(reason: unknown): Error {
  return reason instanceof Error ? reason : new Error(String(reason));
}
