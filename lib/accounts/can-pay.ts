import type { Account } from '@/lib/db/generated/client';
import { canReconnect } from './can-reconnect';

type Connected = Pick<Account, 'connectionStatus' | 'removedAt' | 'origin'>;
type Paying = Connected & Pick<Account, 'availableBalanceCents'>;

/**
 * Why money cannot be taken from this account, as a sentence for its owner; null when it can.
 * Astra looks at the balance before it takes anything, so an account without one only receives.
 */
export function whyNotPayFrom(account: Paying): string | null {
  if (account.availableBalanceCents !== null) return whyNotConnected(account);
  return (
    whyNotConnected(account) ??
    'Nobody tells Astra the balance of this account, so money can only be sent to it.'
  );
}

/** Why money cannot be sent to this account, as a sentence for its owner; null when it can. */
export function whyNotPayTo(account: Connected): string | null {
  return whyNotConnected(account);
}

/** With a broken connection Astra lets payments wait, so none is begun. */
function whyNotConnected({ connectionStatus, removedAt, origin }: Connected): string | null {
  if (removedAt) return 'This account is no longer linked.';
  if (connectionStatus === 'connected') return null;
  if (connectionStatus !== 'error') return 'Astra does not say that this account is connected.';
  return canReconnect({ origin })
    ? 'The bank no longer lets Astra in. Connect this account again first.'
    : 'The bank no longer lets Astra in. Remove this account and add it once more.';
}
