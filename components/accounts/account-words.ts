import type { Account } from '@/lib/db/generated/client';
import type { StatusTone } from '../ui/status-badge';

/** What an account is called by its owner. */
export function accountName(account: Pick<Account, 'name' | 'institutionName'>): string {
  return account.name ?? account.institutionName ?? 'Bank account';
}

const kinds: Readonly<Record<string, string>> = { checking: 'Checking', savings: 'Savings' };

/** Checking or savings. What we don't know is shown as Astra spells it. */
export function accountKind(subtype: string | null): string {
  return subtype ? (kinds[subtype] ?? subtype) : 'Account';
}

const badges: Readonly<Record<string, { tone: StatusTone; label: string }>> = {
  connected: { tone: 'positive', label: 'Connected' },
  error: { tone: 'caution', label: 'Not connected' },
};

/** Whether the bank lets Astra in, in a word. */
export function connectionBadge({ connectionStatus, removedAt }: Account) {
  if (removedAt) return { tone: 'neutral', label: 'Removed' } as const;
  return badges[connectionStatus] ?? ({ tone: 'neutral', label: 'Not known' } as const);
}

/** What to do about an account that lost its bank and can't be connected again. */
export function addedAnewSentence({ origin }: Pick<Account, 'origin'>): string {
  return origin === 'bank_link'
    ? 'It was linked with Plaid, and can’t be connected again as it is. Remove it first, then link your bank once more.'
    : 'It was added by its numbers, without signing in to the bank. Remove it first, then add it once more.';
}

/** What stands in place of a balance that nobody has told. */
export function noBalanceSentence({ origin }: Pick<Account, 'origin'>): string {
  return origin === 'numbers'
    ? 'No bank tells us this balance.'
    : 'The bank has not told us this balance yet.';
}
