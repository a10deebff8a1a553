import type { StatusTone } from '../ui/status-badge';

const badges: Readonly<Record<string, { tone: StatusTone; label: string }>> = {
  pending: { tone: 'info', label: 'Under way' },
  processed: { tone: 'positive', label: 'Done' },
  failed: { tone: 'critical', label: 'Failed' },
  cancelled: { tone: 'neutral', label: 'Cancelled' },
};

/** How a daily debit of the program stands, in a word. What we don't know is shown as Astra says it. */
export function batchBadge(status: string): { tone: StatusTone; label: string } {
  const known = Object.hasOwn(badges, status) ? badges[status] : undefined;
  return known ?? { tone: 'neutral', label: status };
}
