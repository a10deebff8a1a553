import { OrderedIndex } from './ordered-index';

export type Row = { readonly id: string };
type Entry<R> = { readonly sequence: number; readonly row: R };

/** One replaced, added or removed row, and how to take it back. */
export type Change = {
  readonly collection: string;
  readonly id: string;
  readonly row: Row | null;
  readonly before: Row | null;
  undo(): void;
};

/**
 * Rows by id, with any number of indexes.
 *
 * An index function names the group that a row belongs to, or `undefined` for none. Every change goes
 * to `record`, which makes the journal and the undoing of a failed request possible.
 */
export class Collection<R extends Row, Index extends string = never> {
  readonly name: string;
  readonly #entries = new Map<string, Entry<R>>();
  readonly #bySequence = new Map<number, Entry<R>>();
  readonly #indexes = new Map<
    string,
    { keyOf: (row: R) => string | undefined; index: OrderedIndex }
  >();
  readonly #record: (change: Change) => void;
  readonly #onApply: (before: R | undefined, after: R | undefined) => void;
  #nextSequence = 1;

  constructor(
    name: string,
    record: (change: Change) => void,
    indexes: Record<Index, (row: R) => string | undefined>,
    /** Sees every change, undoing and reading back included: for sums that are kept as rows change. */
    onApply: (before: R | undefined, after: R | undefined) => void = () => {},
  ) {
    this.name = name;
    this.#record = record;
    this.#onApply = onApply;
    this.#indexes.set('', { keyOf: () => '', index: new OrderedIndex() });
    for (const [index, keyOf] of Object.entries<(row: R) => string | undefined>(indexes)) {
      this.#indexes.set(index, { keyOf, index: new OrderedIndex() });
    }
  }

  get size(): number {
    return this.#entries.size;
  }

  get(id: string): R | undefined {
    return this.#entries.get(id)?.row;
  }

  /** Adds the row, or replaces the one with its id, which keeps its place in every list. */
  put(row: R): R {
    const before = this.#entries.get(row.id);
    this.#set(row.id, before, { sequence: before?.sequence ?? this.#nextSequence++, row });
    return row;
  }

  delete(id: string): void {
    const before = this.#entries.get(id);
    if (before !== undefined) this.#set(id, before, undefined);
  }

  /** How many rows an index holds under `key`. */
  count(index: Index, key: string): number {
    return this.#index(index).count(key);
  }

  /** The newest row under `key`. */
  latest(index: Index, key: string): R | undefined {
    return this.newest(index, key, 1)[0];
  }

  /** Up to `limit` rows under `key`, newest first; only those older than the row `beforeId`. */
  newest(index: Index, key: string, limit: number, beforeId?: string): R[] {
    return this.#read(this.#index(index), key, limit, beforeId);
  }

  /** Up to `limit` rows of the whole collection, newest first; only those older than `beforeId`. */
  all(limit = Number.POSITIVE_INFINITY, beforeId?: string): R[] {
    return this.#read(this.#index(''), '', limit, beforeId);
  }

  /** Forgets everything, unrecorded: for a world that is replaced as a whole. */
  clear(): void {
    this.#entries.clear();
    this.#bySequence.clear();
    for (const { index } of this.#indexes.values()) index.clear();
    this.#nextSequence = 1;
  }

  /** Drops the oldest rows beyond `keep`. */
  trim(keep: number): void {
    while (this.size > keep) {
      const oldest = this.#bySequence.get(this.#index('').oldest('') ?? 0);
      if (oldest === undefined) return;
      this.delete(oldest.row.id);
    }
  }

  #index(name: string): OrderedIndex {
    const found = this.#indexes.get(name);
    if (found === undefined) throw new Error(`${this.name} has no index ${name}`);
    return found.index;
  }

  #read(index: OrderedIndex, key: string, limit: number, beforeId?: string): R[] {
    const before = beforeId === undefined ? undefined : this.#entries.get(beforeId)?.sequence;
    const rows: R[] = [];
    for (const sequence of index.newest(key, limit, before)) {
      const entry = this.#bySequence.get(sequence);
      if (entry !== undefined) rows.push(entry.row);
    }
    return rows;
  }

  #set(id: string, before: Entry<R> | undefined, after: Entry<R> | undefined): void {
    this.#apply(id, before, after);
    const undo = () => this.#apply(id, after, before);
    const [row, old] = [after?.row ?? null, before?.row ?? null];
    this.#record({ collection: this.name, id, row, before: old, undo });
  }

  #apply(id: string, before: Entry<R> | undefined, after: Entry<R> | undefined): void {
    this.#onApply(before?.row, after?.row);
    for (const { keyOf, index } of this.#indexes.values()) {
      const oldKey = before && keyOf(before.row);
      const newKey = after && keyOf(after.row);
      if (oldKey === newKey) continue;
      if (before && oldKey !== undefined) index.remove(oldKey, before.sequence);
      if (after && newKey !== undefined) index.add(newKey, after.sequence);
    }
    if (after === undefined) this.#entries.delete(id);
    else this.#entries.set(id, after);
    if (after !== undefined) this.#bySequence.set(after.sequence, after);
    else if (before !== undefined) this.#bySequence.delete(before.sequence);
  }
}
