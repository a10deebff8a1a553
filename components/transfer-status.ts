import { chargebackWords } from './transfers/chargeback-words';
import type { StatusTone } from './ui/status-badge';

const badges: Readonly<Record<string, { tone: StatusTone; label: string }>> = {
  pending: { tone: 'info', label: 'Pending' },
  processed: { tone: 'positive', label: 'Processed' },
  failed: { tone: 'critical', label: 'Failed' },
  cancelled: { tone: 'neutral', label: 'Cancelled' },
};

/** A transfer's status in a word. One that we don't know is shown as Astra spells it. */
function transferStatusBadge(status: string): { tone: StatusTone; label: string } {
  return badges[status] ?? { tone: 'neutral', label: status };
}

type Standing = {
  status: string;
  history?: readonly { status: string }[];
  chargebacks?: readonly Parameters<typeof chargebackWords>[0][];
};

/** How a transfer stands in a word, with what may follow on its arrival where that is known. */
export function transferBadge(transfer: Standing): { tone: StatusTone; label: string } {
  const { status, history = [], chargebacks = [] } = transfer;
  if (status === 'processed') {
    const payments = new Set(chargebacks.map((chargeback) => chargebackWords(chargeback).payment));
    if (payments.has('undone')) return { tone: 'critical', label: 'Charged back' };
    if (payments.has('open')) return { tone: 'caution', label: 'Disputed' };
  }
  if (status === 'failed' && history.some((change) => change.status === 'processed')) {
    return { tone: 'critical', label: 'Returned' };
  }
  return transferStatusBadge(status);
}
