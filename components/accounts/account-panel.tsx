import Link from 'next/link';
import { balanceOf } from '@/lib/accounts/balance-of';
import type { Account } from '@/lib/db/generated/client';
import { StatusBadge } from '../ui/status-badge';
import { AccountBalance } from './account-balance';
import { AccountNumber } from './account-number';
import { accountName, connectionBadge, noBalanceSentence } from './account-words';
import { ReconnectNotice } from './reconnect-notice';

/** A linked account in the list. */
export function AccountPanel({ account, now }: { account: Account; now: Date }) {
  const name = accountName(account);
  return (
    <div className="grid h-full content-start gap-4 rounded-xl border border-line bg-surface p-5 shadow-panel">
      <div className="flex items-start justify-between gap-3">
        <div className="grid min-w-0 gap-0.5 wrap-anywhere">
          <h2 className="text-lg font-semibold tracking-[-0.015em]">
            <Link
              href={`/accounts/${account.id}`}
              className="rounded-sm hover:text-accent hover:underline underline-offset-4"
            >
              {name}
            </Link>
          </h2>
          {account.institutionName && account.institutionName !== name && (
            <p className="text-sm">{account.institutionName}</p>
          )}
          <p className="text-sm text-ink-muted">
            <AccountNumber {...account} />
          </p>
        </div>
        <StatusBadge {...connectionBadge(account)} />
      </div>
      <AccountBalance balance={balanceOf(account, now)} missing={noBalanceSentence(account)} />
      {account.connectionStatus === 'error' && <ReconnectNotice account={account} />}
    </div>
  );
}
