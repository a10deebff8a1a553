import type { IncomingPayment } from '@/lib/payments/list-incoming';
import { transferBadge } from './transfer-status';
import { DateTime } from './ui/date-time';
import { Money } from './ui/money';
import { Panel } from './ui/panel';
import { StatusBadge } from './ui/status-badge';

/** What other people sent, newest first. Nothing is shown while there is nothing. */
export function IncomingPayments({ payments }: { payments: readonly IncomingPayment[] }) {
  if (payments.length === 0) return null;
  return (
    <Panel title="Sent to you">
      <ul className="divide-y divide-line">
        {payments.map(({ id, from, amountCents, status, at }) => (
          <li key={id} className="flex items-center justify-between gap-4 py-3">
            <span className="grid min-w-0 gap-0.5">
              <span className="truncate font-medium">From {from}</span>
              <DateTime at={at} className="text-sm text-ink-muted" />
            </span>
            <span className="grid shrink-0 justify-items-end gap-1">
              <Money cents={Number(amountCents)} size="md" />
              <StatusBadge {...transferBadge({ status })} />
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
