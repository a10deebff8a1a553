import type { Account } from '@/lib/db/generated/client';

/** What a bank has told of an account's money, in integer cents. */
export type Balance = {
  availableCents: number | null;
  currentCents: number | null;
  /** When the bank told it, by Astra's word. */
  at: Date | null;
  /** Too old to rely on. */
  isOld: boolean;
};

/** Banks tell a balance about once a day. */
const oldAfterMs = 24 * 60 * 60_000;

type Told = Pick<Account, 'availableBalanceCents' | 'currentBalanceCents' | 'balanceAt'>;

/** The balance of an account as it stands at `now`, or null while nobody has told one. */
export function balanceOf(account: Told, now: Date): Balance | null {
  const { availableBalanceCents: available, currentBalanceCents: current, balanceAt: at } = account;
  if (available === null && current === null) return null;
  return {
    availableCents: available === null ? null : Number(available),
    currentCents: current === null ? null : Number(current),
    at,
    isOld: at === null || now.getTime() - at.getTime() > oldAfterMs,
  };
}
