/**
 * Groups of rows by a key, each group in order of creation.
 *
 * Rows are known by their sequence number, so a group is a sorted array of numbers: adding the newest
 * is an append, a page starts with a binary search, and neither gets slower as the world fills up.
 */
export class OrderedIndex {
  readonly #groups = new Map<string, number[]>();

  add(key: string, sequence: number): void {
    const group = this.#groups.get(key);
    if (group === undefined) this.#groups.set(key, [sequence]);
    else if (sequence > (group.at(-1) ?? 0)) group.push(sequence);
    else group.splice(positionOf(group, sequence), 0, sequence);
  }

  remove(key: string, sequence: number): void {
    const group = this.#groups.get(key);
    if (group === undefined) return;
    const position = positionOf(group, sequence);
    if (group[position] === sequence) group.splice(position, 1);
    if (group.length === 0) this.#groups.delete(key);
  }

  clear(): void {
    this.#groups.clear();
  }

  count(key: string): number {
    return this.#groups.get(key)?.length ?? 0;
  }

  oldest(key: string): number | undefined {
    return this.#groups.get(key)?.[0];
  }

  /** Up to `limit` numbers below `before`, newest first. */
  newest(key: string, limit: number, before = Number.POSITIVE_INFINITY): number[] {
    const group = this.#groups.get(key) ?? [];
    const end = before === Number.POSITIVE_INFINITY ? group.length : positionOf(group, before);
    return group.slice(Math.max(0, end - limit), end).reverse();
  }
}

/** The index of the first entry that is not smaller than `sequence`. */
function positionOf(sorted: readonly number[], sequence: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? 0) < sequence) low = middle + 1;
    else high = middle;
  }
  return low;
}
