import { type Change, Collection } from './collection';
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

/** Everything that the emulator remembers, by collection, each with the indexes that look-ups need. */
export abstract class Collections {
  /** What was changed since the last commit, in order. */
  protected readonly changes: Change[] = [];
  readonly #record = (change: Change) => void this.changes.push(change);

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
