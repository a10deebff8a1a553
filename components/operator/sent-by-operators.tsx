import Link from 'next/link';
import type { SentByOperator } from '@/lib/operator/money/sent-by-operators';
import { DateTime } from '../ui/date-time';
import { Money } from '../ui/money';
import { StatusBadge } from '../ui/status-badge';
import { programBadge } from './program-badge';

/** What operators sent of the program's money: how much, to whom, who did, and how it stands. */
export function SentByOperators({ payments }: { payments: readonly SentByOperator[] }) {
  return (
    <ul className="divide-y divide-line">
      {payments.map((payment) => (
        <li key={payment.id}>
          <Link
            href={`/operator/money/${payment.id}`}
            className="-mx-2 flex items-center justify-between gap-4 rounded-md px-2 py-3 hover:bg-sunken"
          >
            <span className="grid min-w-0 gap-0.5 wrap-anywhere">
              <span className="font-medium">{payment.name}</span>
              <span className="text-sm text-ink-muted">
                To {payment.payeeEmail ?? payment.destinationLabel}
              </span>
              <span className="text-sm text-ink-muted">
                By {payment.operatorEmail ?? 'somebody who is gone'},{' '}
                <DateTime at={payment.createdAt} />
              </span>
            </span>
            <span className="grid shrink-0 justify-items-end gap-1">
              {payment.amountCents !== null && (
                <Money cents={Number(payment.amountCents)} size="md" />
              )}
              <StatusBadge {...programBadge(payment)} />
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
