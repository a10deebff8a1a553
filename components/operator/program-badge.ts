import type { PaymentStatus } from '@/lib/db/generated/client';
import { transferBadge } from '../transfer-status';
import type { StatusTone } from '../ui/status-badge';

const badges: Readonly<Record<PaymentStatus, { tone: StatusTone; label: string }>> = {
  sending: { tone: 'caution', label: 'Checking' },
  unknown: { tone: 'caution', label: 'Checking' },
  accepted: { tone: 'info', label: 'Sent' },
  refused: { tone: 'critical', label: 'Not sent' },
  not_executed: { tone: 'critical', label: 'Not sent' },
};

type Sent = { status: PaymentStatus; transfer: Parameters<typeof transferBadge>[0] | null };

/** How a payment of the program stands in a word; once its transfer is there, how that stands. */
export function programBadge({ status, transfer }: Sent): { tone: StatusTone; label: string } {
  return transfer ? transferBadge(transfer) : badges[status];
}
