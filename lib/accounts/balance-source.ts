import 'server-only';
import type { Cents } from '@/lib/astra';
import { readHeldBalance } from './read-held-balance';

/** What an account has. `availableCents` is what may be spent now. Both may be below zero. */
export type HeldAmounts = { availableCents: Cents; currentCents: Cents };

/** Where the balances of the accounts that we hold come from. */
export type BalanceSource = {
  /**
   * What an account has at this moment. Astra moves money on the strength of the answer, so an old
   * copy must not be returned: better to throw, and Astra is told to come back.
   *
   * @param astraAccountId as Astra sent it; it may be any text.
   * @returns null for an account that we do not hold.
   */
  read: (astraAccountId: string) => Promise<HeldAmounts | null>;
};

/**
 * What Astra's questions are answered from. A bank puts its ledger here, and has that call
 * `enqueueBalanceUpdate` whenever a balance changes.
 */
export const balanceSource: BalanceSource = { read: readHeldBalance };
