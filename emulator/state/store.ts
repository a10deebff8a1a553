import { type Change, Collection, type Row } from './collection';
import { Journal, type JournalChange } from './journal';
import type { CardRow, CodeRow, IntentRow, TokenRow, UserRow } from './rows';
import type { AccountRow, TransactionRow } from './rows-accounts';
import type { RoutineRow, TransferRow } from './rows-money';
import type {
  BusinessProfileRow,
  PhoneChangeRow,
  ProfileChangeRow,
  SessionTokenRow,
  UploadRow,
} from './rows-people';
import type { DeliveryRow, FlowRow, MailRow, SmsRow, TaskRow } from './rows-world';

/** The names of the collections that a committed request changed. */
export type CommitListener = (collections: ReadonlySet<string>) => void;

/** Everything the emulator remembers. Change it only inside `transaction`. */
export class Store {
  readonly #changes: Change[] = [];
  readonly #listeners = new Set<CommitListener>();
  readonly #record = (change: Change) => void this.#changes.push(change);
  #journal: Journal | null = null;
  #inTransaction = false;

  readonly intents = new Collection<IntentRow, 'email'>('intents', this.#record, {
    email: (row) => row.email.toLowerCase(),
  });
  readonly users = new Collection<UserRow, 'phone'>('users', this.#record, {
    phone: (row) => row.phone,
  });
  readonly codes = new Collection<CodeRow>('codes', this.#record, {});
  readonly accessTokens = new Collection<TokenRow, 'owner'>('accessTokens', this.#record, {
    owner: tokenOwner,
  });
  readonly refreshTokens = new Collection<TokenRow, 'owner'>('refreshTokens', this.#record, {
    owner: tokenOwner,
  });
  readonly sessionTokens = new Collection<SessionTokenRow>('sessionTokens', this.#record, {});
  readonly phoneChanges = new Collection<PhoneChangeRow, 'user'>('phoneChanges', this.#record, {
    user: (row) => row.userId,
  });
  readonly profileChanges = new Collection<ProfileChangeRow, 'userAndKind'>(
    'profileChanges',
    this.#record,
    { userAndKind: (row) => `${row.userId} ${row.kind}` },
  );
  readonly businessProfiles = new Collection<BusinessProfileRow, 'phone'>(
    'businessProfiles',
    this.#record,
    { phone: (row) => row.phone },
  );
  readonly uploads = new Collection<UploadRow>('uploads', this.#record, {});
  readonly accounts = new Collection<AccountRow, 'user' | 'place'>('accounts', this.#record, {
    user: (row) => row.userId,
    place: (row) => `${row.userId} ${row.routingNumber} ${row.mask} ${row.subtype}`,
  });
  readonly transactions = new Collection<TransactionRow, 'user'>('transactions', this.#record, {
    user: (row) => row.userId,
  });
  readonly cards = new Collection<CardRow, 'user'>('cards', this.#record, {
    user: (row) => row.userId,
  });
  readonly routines = new Collection<RoutineRow, 'user' | 'userAndStatus'>(
    'routines',
    this.#record,
    { user: (row) => row.userId, userAndStatus: (row) => `${row.userId} ${row.status}` },
  );
  readonly transfers = new Collection<TransferRow, 'user' | 'status' | 'source' | 'both'>(
    'transfers',
    this.#record,
    {
      user: (row) => row.userId,
      status: (row) => `${row.userId} ${row.status}`,
      source: (row) => `${row.userId} ${row.sourceId}`,
      both: (row) => `${row.userId} ${row.status} ${row.sourceId}`,
    },
  );
  readonly flows = new Collection<FlowRow>('flows', this.#record, {});
  readonly sms = new Collection<SmsRow, 'phone'>('sms', this.#record, {
    phone: (row) => row.phone,
  });
  readonly mail = new Collection<MailRow>('mail', this.#record, {});
  readonly deliveries = new Collection<DeliveryRow, 'status'>('deliveries', this.#record, {
    status: (row) => row.status,
  });
  readonly tasks = new Collection<TaskRow>('tasks', this.#record, {});

  /** Reads what an earlier run left in `dataDir` and goes on writing there. */
  open(dataDir: string): void {
    const collections = new Map<string, Collection<Row, string>>();
    for (const value of Object.values(this)) {
      if (value instanceof Collection) collections.set(value.name, value);
    }
    Journal.replay(dataDir, ([name, id, row]) => {
      if (row === null) collections.get(name)?.delete(id);
      else collections.get(name)?.put(row);
      this.#changes.length = 0;
    });
    this.#journal = Journal.start(dataDir, remainingRows(collections.values()));
  }

  close(): void {
    this.#journal?.close();
    this.#journal = null;
  }

  onCommit(listener: CommitListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
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
      this.#commit();
      return result;
    } catch (error) {
      for (const change of this.#changes.splice(0).reverse()) change.undo();
      throw error;
    } finally {
      this.#inTransaction = false;
    }
  }

  #commit(): void {
    if (this.#changes.length === 0) return;
    this.#journal?.append(this.#changes.map(({ collection, id, row }) => [collection, id, row]));
    const touched = new Set(this.#changes.map((change) => change.collection));
    this.#changes.length = 0;
    for (const listener of this.#listeners) listener(touched);
  }
}

/** Only one access token is valid for each pair of client and user. */
export function tokenOwner(row: { clientId: string; userId: string }): string {
  return `${row.clientId} ${row.userId}`;
}

function* remainingRows(collections: Iterable<Collection<Row, string>>): Generator<JournalChange> {
  for (const collection of collections) {
    for (const row of collection.all().reverse()) yield [collection.name, row.id, row];
  }
}
