import type { BatchTransfer } from '@/lib/db/generated/client';
import { batchBadge } from '../transfers/batch-badge';
import { DateTime } from '../ui/date-time';
import { Money } from '../ui/money';
import { StatusBadge } from '../ui/status-badge';

/** The daily debits of the program: how much, for how many transfers, and how each stands. */
export function BatchList({ batches }: { batches: readonly BatchTransfer[] }) {
  return (
    <ul className="divide-y divide-line">
      {batches.map((batch) => (
        <li
          key={batch.astraId}
          className="flex items-center justify-between gap-4 py-4 first:pt-0 last:pb-0"
        >
          <span className="grid min-w-0 gap-0.5 wrap-anywhere">
            <span className="font-medium">
              <DateTime at={batch.astraCreatedAt ?? batch.createdAt} />
            </span>
            {batch.transferCount !== null && (
              <span className="text-sm text-ink-muted">
                For {batch.transferCount === 1 ? '1 transfer' : `${batch.transferCount} transfers`}
              </span>
            )}
            <span className="font-mono text-xs text-ink-muted">{batch.astraId}</span>
          </span>
          <span className="grid shrink-0 justify-items-end gap-1">
            {batch.amountCents !== null && <Money cents={Number(batch.amountCents)} size="md" />}
            <StatusBadge {...batchBadge(batch.status)} />
          </span>
        </li>
      ))}
    </ul>
  );
}
