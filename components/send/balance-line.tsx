import type { Balance } from '@/lib/accounts/balance-of';
import { BalanceAge } from '../accounts/balance-age';
import { Money } from '../ui/money';

/** In a line what can be spent from an account, and how old that is. */
export function BalanceLine({ balance }: { balance: Balance }) {
  const { availableCents, currentCents } = balance;
  const cents = availableCents ?? currentCents;
  if (cents === null) return null;
  return (
    <>
      <Money cents={cents} className="font-medium text-ink" />{' '}
      {availableCents === null ? 'in it.' : 'available.'} <BalanceAge balance={balance} />
    </>
  );
}
