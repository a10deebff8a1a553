import { type Change, Collection, type Row } from './collection';
import { Journal, type JournalChange } from './journal';
import type { CardRow, CodeRow, IntentRow, TokenRow, UserRow } from './rows';
import type { AccountRow, TransactionRow } from './rows-accounts';
import type { AnswerRow, FaultRow } from './rows-faults';
import type { FlowRow } from './rows-flows';
import type { BalanceRow, EntryRow } from './rows-ledger';
import type {
  BatchRow,
  ChargebackRow,
  InstrumentRow,
  PaymentLinkRow,
  RoutineRow,
  SegmentRow,
  TransferRow,
} from './rows-money';
import type {
  BusinessProfileRow,
  PhoneChangeRow,
  ProfileChangeRow,
  SessionTokenRow,
  UploadRow,
} from './rows-people';
import type {
  ClockRow,
  DeliveryRow,
  FailedTaskRow,
  MailRow,
  RandomRow,
  SmsRow,
  TaskRow,
} from './rows-world';

/** The names of the collections that a committed request changed, and each change. */
export type CommitListener = (collections: ReadonlySet<string>, changes: readonly Change[]) => void;

/** Everything the emulator remembers. Change it only inside `transaction`. */
export class Store {
  readonly #changes: Change[] = [];
  readonly #listeners = new Set<CommitListener>();
  readonly #checks = new Set<() => string | null>();
  readonly #record = (change: Change) => void this.#changes.push(change);
  readonly #collections = new Map<string, Collection<Row, string>>();
  #dataDir = '';
  #beforeCommit: () => void = () => {};
  #journal: Journal | null = null;
  #inTransaction = false;

  readonly intents = new Collection<IntentRow, 'email' | 'phone' | 'user'>(
    'intents',
    this.#record,
    {
      email: (row) => row.email.toLowerCase(),
      phone: (row) => row.phone,
      user: (row) => row.userId ?? undefined,
    },
  );
  readonly users = new Collection<UserRow, 'phone' | 'email'>('users', this.#record, {
    phone: (row) => row.phone,
    email: (row) => row.email.toLowerCase(),
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
  readonly businessProfiles = new Collection<BusinessProfileRow, 'phone' | 'user'>(
    'businessProfiles',
    this.#record,
    { phone: (row) => row.phone, user: (row) => row.userId ?? undefined },
  );
  readonly uploads = new Collection<UploadRow>('uploads', this.#record, {});
  readonly accounts = new Collection<AccountRow, 'user' | 'place'>('accounts', this.#record, {
    user: (row) => row.userId,
    place: (row) => (row.fingerprint === null ? undefined : `${row.userId} ${row.fingerprint}`),
  });
  readonly transactions = new Collection<TransactionRow, 'user' | 'account'>(
    'transactions',
    this.#record,
    { user: (row) => row.userId, account: (row) => row.accountId },
  );
  readonly cards = new Collection<CardRow, 'user'>('cards', this.#record, {
    user: (row) => row.userId,
  });
  readonly routines = new Collection<
    RoutineRow,
    | 'user'
    | 'userAndStatus'
    | 'sourceAndStatus'
    | 'destinationAndStatus'
    | 'cardCorrelation'
    | 'from'
    | 'to'
    | 'receiver'
  >('routines', this.#record, {
    user: (row) => row.userId,
    userAndStatus: (row) => `${row.userId} ${row.status}`,
    sourceAndStatus: (row) => `${row.sourceId} ${row.status}`,
    destinationAndStatus: (row) => `${row.destinationId} ${row.status}`,
    cardCorrelation: uniqueReference,
    from: (row) => row.sourceId,
    to: (row) => row.destinationId,
    receiver,
  });
  readonly transfers = new Collection<
    TransferRow,
    'user' | 'status' | 'source' | 'both' | 'routine' | 'batchDay' | 'to' | 'pendingTo' | 'receiver'
  >('transfers', this.#record, {
    user: (row) => row.userId,
    status: (row) => `${row.userId} ${row.status}`,
    source: (row) => `${row.userId} ${row.sourceId}`,
    both: (row) => `${row.userId} ${row.status} ${row.sourceId}`,
    routine: (row) => row.routineId,
    batchDay: (row) => row.batchDay ?? undefined,
    to: (row) => row.destinationId,
    pendingTo: (row) => (row.status === 'pending' ? row.destinationId : undefined),
    receiver,
  });
  readonly segments = new Collection<SegmentRow, 'transfer'>('segments', this.#record, {
    transfer: (row) => row.transferId,
  });
  readonly batches = new Collection<BatchRow>('batches', this.#record, {});
  readonly chargebacks = new Collection<ChargebackRow>('chargebacks', this.#record, {});
  readonly instruments = new Collection<InstrumentRow, 'client' | 'type'>(
    'instruments',
    this.#record,
    {
      client: () => '',
      type: (row) => row.type,
    },
  );
  readonly paymentLinks = new Collection<PaymentLinkRow, 'user' | 'transfer'>(
    'paymentLinks',
    this.#record,
    { user: (row) => row.userId, transfer: (row) => row.transferId ?? undefined },
  );
  readonly entries = new Collection<EntryRow, 'transfer'>('entries', this.#record, {
    transfer: (row) => row.transferId ?? undefined,
  });
  /** The sum of all balances, kept as they change. */
  readonly money = { totalCents: 0 };
  readonly balances = new Collection<BalanceRow>('balances', this.#record, {}, (before, after) => {
    this.money.totalCents += (after?.cents ?? 0) - (before?.cents ?? 0);
  });
  readonly flows = new Collection<FlowRow>('flows', this.#record, {});
  readonly sms = new Collection<SmsRow, 'phone'>('sms', this.#record, {
    phone: (row) => row.phone,
  });
  readonly mail = new Collection<MailRow>('mail', this.#record, {});
  readonly deliveries = new Collection<DeliveryRow, 'status' | 'resource'>(
    'deliveries',
    this.#record,
    { status: (row) => row.status, resource: (row) => row.resourceId },
  );
  readonly tasks = new Collection<TaskRow>('tasks', this.#record, {});
  readonly failedTasks = new Collection<FailedTaskRow>('failedTasks', this.#record, {});
  readonly clock = new Collection<ClockRow>('clock', this.#record, {});
  readonly random = new Collection<RandomRow>('random', this.#record, {});
  readonly faults = new Collection<FaultRow, 'state'>('faults', this.#record, {
    state: (row) => (row.left === 0 ? 'spent' : 'active'),
  });
  readonly answers = new Collection<AnswerRow>('answers', this.#record, {});

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
    this.#changes.length = 0;
  }

  /** Puts a row back as it was, in whichever collection. */
  restore({ collection, id, before }: Change): void {
    if (before === null) this.#collections.get(collection)?.delete(id);
    else this.#collections.get(collection)?.put(before);
  }

  /** Runs `work` and takes back whatever it changed: for a look at how things might be. */
  glimpse<T>(work: () => T): T {
    const known = this.#changes.length;
    try {
      return work();
    } finally {
      for (const change of this.#changes.splice(known).reverse()) change.undo();
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
      if (this.#changes.length > 0) this.#check();
      this.#commit();
      return result;
    } catch (error) {
      for (const change of this.#changes.splice(0).reverse()) change.undo();
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
    if (this.#changes.length === 0) return;
    this.#beforeCommit();
    this.#journal?.append(this.#changes.map(({ collection, id, row }) => [collection, id, row]));
    const touched = new Set(this.#changes.map((change) => change.collection));
    const changes = this.#changes.splice(0);
    for (const listener of this.#listeners) listener(touched, changes);
  }
}

/** Only one access token is valid for each pair of client and user. */
export function tokenOwner(row: { clientId: string; userId: string }): string {
  return `${row.clientId} ${row.userId}`;
}

/** Where a card is charged for an account, or for a gross payment, a reference is used once. */
function uniqueReference(row: RoutineRow): string | undefined {
  const isChecked = row.flow === 'card-to-account' || row.settlementMode === 'gross_debit';
  return isChecked ? (row.clientCorrelationId ?? undefined) : undefined;
}

/** Somebody else who is paid; nobody when people pay themselves. */
function receiver(row: { userId: string; destinationUserId: string }): string | undefined {
  return row.destinationUserId === row.userId ? undefined : row.destinationUserId;
}
