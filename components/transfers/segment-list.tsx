import type { Segment } from '@/lib/astra';
import { DateTime } from '../ui/date-time';
import { Money } from '../ui/money';
import { StatusBadge, type StatusTone } from '../ui/status-badge';

const kinds: Readonly<Record<string, string>> = {
  pull: 'Taken from the card',
  push: 'Sent to the receiver',
  ach_debit: 'Taken from the bank account',
  ach_credit: 'Sent to the bank account',
  book: 'Moved between settlement accounts',
};

const badges: Readonly<Record<string, { tone: StatusTone; label: string }>> = {
  pending: { tone: 'info', label: 'Waiting' },
  processed: { tone: 'positive', label: 'Done' },
  failed: { tone: 'critical', label: 'Failed' },
  cancelled: { tone: 'neutral', label: 'Not made' },
  reversed: { tone: 'caution', label: 'Undone' },
};

/** The legs on which the money of a transfer travels, in their order. */
export function SegmentList({ segments }: { segments: readonly Segment[] }) {
  if (segments.length === 0) return <p className="text-ink-muted">Astra shows no steps yet.</p>;
  return (
    <ol className="divide-y divide-line">
      {segments.map((segment) => {
        const { id, type, status, network, amount_cents: cents, updated, failure_reason } = segment;
        const badge = badges[status ?? ''] ?? { tone: 'neutral', label: status ?? 'Not known' };
        return (
          <li key={id} className="grid gap-1 py-3 first:pt-0 last:pb-0">
            <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
              <span className="font-medium">{kinds[type ?? ''] ?? type ?? 'A step'}</span>
              <StatusBadge {...badge} />
            </div>
            <p className="flex flex-wrap gap-x-4 text-sm text-ink-muted">
              {cents !== null && <Money cents={cents} />}
              {network && <span>{network}</span>}
              {updated && <DateTime at={updated} />}
              {failure_reason && <span>Reason: {failure_reason}</span>}
            </p>
          </li>
        );
      })}
    </ol>
  );
}
