import type { StatusTone } from './ui/status-badge';

const badges: Readonly<Record<string, { tone: StatusTone; label: string }>> = {
  pending: { tone: 'info', label: 'Pending' },
  processed: { tone: 'positive', label: 'Processed' },
  failed: { tone: 'critical', label: 'Failed' },
  cancelled: { tone: 'neutral', label: 'Cancelled' },
};

/** A transfer's status in a word. One that we don't know is shown as Astra spells it. */
export function transferStatusBadge(status: string): { tone: StatusTone; label: string } {
  return badges[status] ?? { tone: 'neutral', label: status };
}
