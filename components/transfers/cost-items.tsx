import type { Payment, Transfer } from '@/lib/db/generated/client';
import { isAsConfirmed } from '@/lib/transfers/is-as-confirmed';
import { Money } from '../ui/money';

type Confirmed = Pick<
  Payment,
  'routineType' | 'amountCents' | 'pullCents' | 'pushCents' | 'customerFeeCents'
>;

/**
 * What a transfer cost, as previewed and confirmed, where that holds for it. A payment that pays again
 * and again may cost something else by now.
 */
export function costItems(transfer: Pick<Transfer, 'amountCents'>, payment: Confirmed | null) {
  const isKnown = payment?.routineType === 'one-time' && isAsConfirmed(transfer, payment);
  if (!isKnown) return [];
  const { pullCents, pushCents, customerFeeCents } = payment;
  const costs: [string, bigint | null][] = [
    ['Amount taken', pullCents],
    ['Our fee', customerFeeCents],
    ['Amount delivered', pushCents],
  ];
  return costs.flatMap(([label, cents]) =>
    cents === null ? [] : [{ label, value: <Money cents={Number(cents)} /> }],
  );
}
