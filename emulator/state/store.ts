import { type Change, Collection, type Row } from './collection';
import { Collections } from './collections';
import { Journal, type JournalChange } from './journal';

/** The names of the collections that a committed request changed, and each change. */
export type CommitListener = (collections: ReadonlySet<string>, changes: readonly Change[]) => void;

/** Everything the emulator remembers. Change it only inside `transaction`. */
export class Store extends Collections {
  readonly #listeners = new Set<CommitListener>();
  readonly #checks = new Set<() => string | null>();
  readonly #collections = new Map<string, Collection<Row, string>>();
  #dataDir = '';
  #beforeCommit: () => void = () => {};
  #journal: Journal | null = null;
  #inTransaction = false;

  /** Reads what an earlier run left in `dataDir` and goes on writing there. */
  open(dataDir: string): void {
    for (const value of Object.values(this)) {
      if (value instanceof Collection) this.#collections.set(value.name, value);
    }
    Journal.replay(dataDir, (change) => this.#replay(change));
    this.#dataDir = dataDir;
    this.#journal = Journal.start(dataDir, this.dump());
  }

  /** Every row, oldest first within its collection: all that there is to know of this world. */
  *dump(): Generator<JournalChange> {
    for (const collection of this.#collections.values()) {
      for (const row of collection.all().reverse()) yield [collection.name, row.id, row];
    }
  }

  /**
   * Puts another world in this one's place, on disk and in memory, or leaves everything as it is.
   *
   * @param file a file that holds just these changes, when there is one
   */
  replace(changes: readonly JournalChange[], file?: string): void {
    if (this.#inTransaction) throw new Error('A world is not replaced inside a transaction.');
    this.#journal = this.#journal?.replace(this.#dataDir, file ?? changes) ?? null;
    for (const collection of this.#collections.values()) collection.clear();
    for (const change of changes) this.#replay(change);
    for (const listener of this.#listeners) listener(new Set(this.#collections.keys()), []);
  }

  #replay([name, id, row]: JournalChange): void {
    if (row === null) this.#collections.get(name)?.delete(id);
    else this.#collections.get(name)?.put(row);
    this.changes.length = 0;
  }

  /** Puts a row back as it was, in whichever collection. */
  restore({ collection, id, before }: Change): void {
    if (before === null) this.#collections.get(collection)?.delete(id);
    else this.#collections.get(collection)?.put(before);
  }

  /** Runs `work` and takes back whatever it changed: for a look at how things might be. */
  glimpse<T>(work: () => T): T {
    const known = this.changes.length;
    try {
      return work();
    } finally {
      for (const change of this.changes.splice(known).reverse()) change.undo();
    }
  }

  /** Called at the end of every transaction that changed something, while it can still change more. */
  beforeCommit(work: () => void): void {
    this.#beforeCommit = work;
  }

  close(): void {
    this.#journal?.close();
    this.#journal = null;
  }

  onCommit(listener: CommitListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Looks at every transaction that changed something; one that it finds a fault in is undone. */
  checkBeforeCommit(check: () => string | null): void {
    this.#checks.add(check);
  }

  /**
   * Runs `work` so that either all its changes are on disk when this returns, or, when it throws,
   * none has happened. `work` must not be asynchronous.
   */
  transaction<T>(work: () => T): T {
    if (this.#inTransaction) return work();
    this.#inTransaction = true;
    try {
      const result = work();
      if (this.changes.length > 0) this.#check();
      this.#commit();
      return result;
    } catch (error) {
      for (const change of this.changes.splice(0).reverse()) change.undo();
      throw error;
    } finally {
      this.#inTransaction = false;
    }
  }

  #check(): void {
    for (const check of this.#checks) {
      const fault = check();
      if (fault !== null) throw new Error(fault);
    }
  }

  #commit(): void {
    if (this.changes.length === 0) return;
    this.#beforeCommit();
    this.#journal?.append(this.changes.map(({ collection, id, row }) => [collection, id, row]));
    const touched = new Set(this.changes.map((change) => change.collection));
    const changes = this.changes.splice(0);
    for (const listener of this.#listeners) listener(touched, changes);
  }
}
