import type { Balance } from '@/lib/accounts/balance-of';
import { Money } from '../ui/money';
import { BalanceAge } from './balance-age';

type AccountBalanceProps = {
  balance: Balance | null;
  /** Stands there while nobody has told a balance. */
  missing: string;
  size?: 'md' | 'xl';
};

/** What can be spent from an account and what is in it, and how old that is. */
export function AccountBalance({ balance, missing, size = 'md' }: AccountBalanceProps) {
  if (!balance) return <p className="text-sm text-ink-muted">{missing}</p>;
  const { availableCents, currentCents } = balance;
  return (
    <div className="grid gap-2">
      <dl className="flex flex-wrap items-end gap-x-8 gap-y-2">
        {availableCents !== null && (
          <div className="grid gap-0.5">
            <dt className="text-sm text-ink-muted">Available</dt>
            <dd>
              <Money cents={availableCents} size={size} />
            </dd>
          </div>
        )}
        {currentCents !== null && (
          <div className="grid gap-0.5">
            <dt className="text-sm text-ink-muted">Current</dt>
            <dd>
              <Money cents={currentCents} size="md" />
            </dd>
          </div>
        )}
      </dl>
      <p className="text-sm text-ink-muted">
        <BalanceAge balance={balance} />
      </p>
    </div>
  );
}
