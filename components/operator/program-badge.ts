import type { PaymentStatus } from '@/lib/db/generated/client';
import { openPaymentBadge } from '../open-payment-badge';
import { transferBadge } from '../transfer-status';
import type { StatusTone } from '../ui/status-badge';

type Sent = {
  status: PaymentStatus;
  routineStatus: string | null;
  transfer: Parameters<typeof transferBadge>[0] | null;
};

/** How a payment of the program stands in a word; once its transfer is there, how that stands. */
export function programBadge(payment: Sent): { tone: StatusTone; label: string } {
  const { status, transfer } = payment;
  if (transfer) return transferBadge(transfer);
  return status === 'refused' || status === 'not_executed'
    ? { tone: 'critical', label: 'Not sent' }
    : openPaymentBadge(payment);
}
