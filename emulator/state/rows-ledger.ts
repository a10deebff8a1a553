/**
 * Whoever can hold money: `card:<id>`, `account:<id>`, `instrument:<id>`, `bank:outside`,
 * `astra:in-transit`, `fees:partner`.
 */
export type Holder = `${'card' | 'account' | 'instrument' | 'bank' | 'astra' | 'fees'}:${string}`;

/** Money that went from one holder to another. Entries are added, never changed. */
export type EntryRow = {
  readonly id: string;
  readonly from: Holder;
  readonly to: Holder;
  /** Above zero. */
  readonly cents: number;
  readonly reason: string;
  readonly transferId: string | null;
  readonly atMs: number;
};

/** What a holder has more, or less, than in the beginning. The id is the holder. */
export type BalanceRow = { readonly id: string; readonly cents: number };
