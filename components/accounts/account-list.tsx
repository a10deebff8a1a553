import Link from 'next/link';
import { balanceOf } from '@/lib/accounts/balance-of';
import type { Account } from '@/lib/db/generated/client';
import { Money } from '../ui/money';
import { StatusBadge } from '../ui/status-badge';
import { AccountNumber } from './account-number';
import { accountName, connectionBadge } from './account-words';

type Props = { accounts: readonly Account[]; now: Date };

/** Linked accounts, a line each, with what can be spent from them; each leads to its own page. */
export function AccountList({ accounts, now }: Props) {
  return (
    <ul className="divide-y divide-line">
      {accounts.map((account) => (
        <li key={account.id}>
          <Link
            href={`/accounts/${account.id}`}
            className="-mx-2 flex items-center justify-between gap-4 rounded-md px-2 py-3 hover:bg-sunken"
          >
            <span className="grid min-w-0 gap-0.5">
              <span className="truncate font-medium">{accountName(account)}</span>
              <span className="text-sm text-ink-muted">
                <AccountNumber {...account} />
              </span>
            </span>
            <Standing account={account} now={now} />
          </Link>
        </li>
      ))}
    </ul>
  );
}

/** A balance is worth showing while the bank is connected; else that it is not. */
function Standing({ account, now }: { account: Account; now: Date }) {
  const cents = balanceOf(account, now)?.availableCents ?? null;
  if (account.connectionStatus !== 'connected' || cents === null) {
    return <StatusBadge {...connectionBadge(account)} />;
  }
  return (
    <span className="grid shrink-0 justify-items-end">
      <Money cents={cents} size="md" />
      <span className="text-sm text-ink-muted">Available</span>
    </span>
  );
}
