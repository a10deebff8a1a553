import type { Routine } from '@/lib/db/generated/client';
import type { StatusTone } from '../ui/status-badge';

type Badge = { tone: StatusTone; label: string };

const badges: Readonly<Record<string, Badge>> = {
  active: { tone: 'positive', label: 'Active' },
  inactive: { tone: 'neutral', label: 'Paused' },
  requires_user_verification: { tone: 'caution', label: 'Waiting' },
  pending_account_authorization: { tone: 'caution', label: 'Waiting' },
  user_suspended: { tone: 'critical', label: 'Suspended' },
  cancelled: { tone: 'neutral', label: 'Cancelled' },
  failed: { tone: 'critical', label: 'Failed' },
  completed: { tone: 'neutral', label: 'Completed' },
};

/** How a routine stands in a word. A status that we don't know is shown as Astra spells it. */
export function routineBadge({ status, removedAt }: Pick<Routine, 'status' | 'removedAt'>): Badge {
  if (removedAt) return { tone: 'neutral', label: 'Deleted' };
  const known = Object.hasOwn(badges, status) ? badges[status] : undefined;
  return known ?? { tone: 'neutral', label: status };
}
