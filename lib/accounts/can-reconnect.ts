import type { Account } from '@/lib/db/generated/client';

/**
 * Whether Astra's page can connect an account again: it can for those that were linked there. For
 * one of Plaid's it would need Plaid's access token, which is not kept (docs/decisions/0018), and
 * behind one that was added by its numbers there is no sign-in.
 */
export function canReconnect({ origin }: Pick<Account, 'origin'>): boolean {
  return origin === 'astra_pages';
}
