import Link from 'next/link';
import { type Balance, balanceOf } from '@/lib/accounts/balance-of';
import type { Account } from '@/lib/db/generated/client';
import { Money } from '../ui/money';
import { StatusBadge } from '../ui/status-badge';
import { AccountNumber } from './account-number';
import { accountName, connectionBadge } from './account-words';
import { BalanceAge } from './balance-age';

type Props = { accounts: readonly Account[]; now: Date };

/**
 * Linked accounts, a line each, with what can be spent from them and how old that is; each leads to
 * its own page.
 */
export function AccountList({ accounts, now }: Props) {
  return (
    <ul className="divide-y divide-line">
      {accounts.map((account) => (
        <li key={account.id}>
          <Row account={account} balance={shownBalance(account, now)} />
        </li>
      ))}
    </ul>
  );
}

function Row({ account, balance }: { account: Account; balance: Balance | null }) {
  return (
    <Link
      href={`/accounts/${account.id}`}
      className="-mx-2 grid gap-0.5 rounded-md px-2 py-3 hover:bg-sunken"
    >
      <span className="flex items-center justify-between gap-4">
        <span className="grid min-w-0 gap-0.5">
          <span className="truncate font-medium">{accountName(account)}</span>
          <span className="text-sm text-ink-muted">
            <AccountNumber {...account} />
          </span>
        </span>
        <Standing account={account} balance={balance} />
      </span>
      {balance && (
        <span className="text-sm text-ink-muted">
          <BalanceAge balance={balance} />
        </span>
      )}
    </Link>
  );
}

/** A balance is worth showing while the bank is connected. */
function shownBalance(account: Account, now: Date): Balance | null {
  const balance = account.connectionStatus === 'connected' ? balanceOf(account, now) : null;
  return balance?.availableCents === null ? null : balance;
}

/** What can be spent, or else whether the bank is connected. */
function Standing({ account, balance }: { account: Account; balance: Balance | null }) {
  if (!balance || balance.availableCents === null) {
    return <StatusBadge {...connectionBadge(account)} />;
  }
  return (
    <span className="grid shrink-0 justify-items-end">
      <Money cents={balance.availableCents} size="md" />
      <span className="text-sm text-ink-muted">Available</span>
    </span>
  );
}
