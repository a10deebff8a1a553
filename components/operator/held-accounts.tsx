import Link from 'next/link';
import type { HeldAccount } from '@/lib/operator/held-accounts';
import { Money } from '../ui/money';

/** An account in a line of text. */
export function heldAccountName({ name, mask }: Pick<HeldAccount, 'name' | 'mask'>): string {
  return mask ? `${name ?? 'Account'} ending in ${mask}` : (name ?? 'Account');
}

/** Accounts that we hold, with what each has. */
export function HeldAccounts({ accounts }: { accounts: readonly HeldAccount[] }) {
  return (
    <ul className="divide-y divide-line">
      {accounts.map((account) => (
        <li key={account.id}>
          <Link
            href={`/operator/accounts/${account.id}`}
            className="-mx-2 flex flex-wrap items-center justify-between gap-x-4 gap-y-1 rounded-md px-2 py-3 hover:bg-sunken"
          >
            <span className="grid min-w-0 gap-0.5">
              <span className="font-medium wrap-anywhere">{account.user.email}</span>
              <span className="text-sm text-ink-muted">{heldAccountName(account)}</span>
            </span>
            {account.heldBalance ? (
              <Money cents={Number(account.heldBalance.currentCents)} size="md" />
            ) : (
              <span className="text-sm text-ink-muted">No balance set</span>
            )}
          </Link>
        </li>
      ))}
    </ul>
  );
}
