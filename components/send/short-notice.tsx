import type { Review } from '@/lib/payments/compose/load-review';
import { Money } from '../ui/money';
import { Notice } from '../ui/notice';
import { BalanceLine } from './balance-line';

/** Warns before a payment of more than the account is known to hold. It can be sent all the same. */
export function ShortNotice({ short }: { short: NonNullable<Review['short']> }) {
  const { leavesCents, balance } = short;
  return (
    <Notice tone="caution" title="There may not be enough in this account">
      <p>
        <Money cents={leavesCents} className="font-medium" /> leaves it. As far as we know, it has
        less: <BalanceLine balance={balance} />
      </p>
      <p className="mt-1">
        If there is too little when your bank is asked, the payment fails, and your bank may charge
        you for that. You can send it all the same.
      </p>
    </Notice>
  );
}
