import type { Payment } from '@/lib/db/generated/client';
import type { OpenPayment } from '@/lib/payments/list-open-payments';
import { routineBadge } from './routines/routine-badge';
import { standsStill } from './send/waits-for';
import type { StatusTone } from './ui/status-badge';

type Badge = { tone: StatusTone; label: string };

const planned: Badge = { tone: 'neutral', label: 'Planned' };

type Standing = Pick<Payment, 'status'> & Partial<Pick<OpenPayment, 'routineStatus' | 'starts'>>;

/** How a payment without a transfer stands in a word. It never says "failed" while nobody knows. */
export function openPaymentBadge({ status, routineStatus, starts }: Standing): Badge {
  if (status !== 'accepted' || routineStatus === 'completed') {
    return { tone: 'caution', label: 'Checking' };
  }
  if (routineStatus) {
    const stopped = standsStill(routineStatus);
    if (stopped?.isOver) return { tone: 'critical', label: 'Not sent' };
    if (stopped) return routineBadge({ status: routineStatus, removedAt: null });
  }
  return starts ? planned : { tone: 'info', label: 'Starting' };
}

/** Whether it is still to begin on its day, and nothing keeps it from that. */
export function isPlanned(standing: Standing): boolean {
  return openPaymentBadge(standing) === planned;
}
