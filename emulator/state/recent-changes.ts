import type { Clock } from '../clock/clock';
import type { Change } from './collection';
import type { Store } from './store';

const keptChanges = 5_000;

/** What has no copy that could lag behind; everything else is what Astra's API shows. */
const immediate = new Set([
  'accessTokens',
  'refreshTokens',
  'codes',
  'flows',
  'sms',
  'mail',
  'deliveries',
  'tasks',
  'failedTasks',
  'clock',
  'random',
  'faults',
  'answers',
]);

/** The latest changes in memory, to show for a moment how things were before them. */
export class RecentChanges {
  readonly #store: Store;
  readonly #clock: Clock;
  #changes: { readonly atMs: number; readonly change: Change }[] = [];

  constructor(store: Store, clock: Clock) {
    this.#store = store;
    this.#clock = clock;
    store.onCommit((_names, changes) => this.#keep(changes));
  }

  /**
   * Runs `look` without the changes of the last `withinMs`: as if nothing had been `created`, or
   * nothing had been `changed` after it was created.
   */
  without<T>(withinMs: number, what: 'created' | 'changed', look: () => T): T {
    const sinceMs = this.#clock.now() - withinMs;
    return this.#store.glimpse(() => {
      for (let place = this.#changes.length - 1; place >= 0; place -= 1) {
        const recent = this.#changes[place];
        if (recent === undefined || recent.atMs < sinceMs) break;
        const isCreation = recent.change.before === null;
        if (isCreation === (what === 'created')) this.#store.restore(recent.change);
      }
      return look();
    });
  }

  #keep(changes: readonly Change[]): void {
    // Nothing to show for a world that was replaced as a whole.
    if (changes.length === 0) this.#changes = [];
    const atMs = this.#clock.now();
    for (const change of changes) {
      if (isShown(change)) this.#changes.push({ atMs, change });
    }
    if (this.#changes.length > keptChanges * 2) this.#changes = this.#changes.slice(-keptChanges);
  }
}

/** People are there from the start: without them their tokens would be nobody's. */
function isShown({ collection, before }: Change): boolean {
  return !immediate.has(collection) && !(collection === 'users' && before === null);
}
