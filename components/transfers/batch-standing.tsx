import type { FoundTransfer } from '@/lib/transfers/detail/find-transfer';
import { DateTime } from '../ui/date-time';
import { batchBadge } from './batch-badge';

/** How the debit stands that pays for a transfer, and since when: to whoever made the transfer. */
export function BatchStanding({ batch }: { batch: NonNullable<FoundTransfer['batch']> }) {
  const { status, astraCreatedAt, astraUpdatedAt } = batch;
  const at = status === 'pending' ? astraCreatedAt : astraUpdatedAt;
  return (
    <>
      {batchBadge(status).label}
      {at && (
        <>
          , <DateTime at={at} />
        </>
      )}
      <span className="block text-sm font-normal text-ink-muted">
        The program’s reserve paid this transfer. One debit a day fills it up again.
      </span>
    </>
  );
}
