import type { TransferView } from './transfer-details';
import type { TimelineItem } from './ui/timeline';

/** What has happened to a transfer, and what is still to come. */
export function transferTimeline(transfer: TransferView): TimelineItem[] {
  const seenAt = (status: string) =>
    transfer.history.find((change) => change.status === status)?.seenAt ?? null;
  const items: TimelineItem[] = [];
  if (transfer.payment) {
    items.push({ title: 'You sent it', at: transfer.payment.createdAt, state: 'done' });
  }
  items.push({
    title: 'Astra started the transfer',
    at: transfer.initiatedAt ?? seenAt('pending'),
    state: 'done',
  });
  switch (transfer.status) {
    case 'pending':
      items.push({ title: 'On its way to your card', at: null, state: 'current' });
      items.push({ title: 'On your card', at: null, state: 'todo' });
      break;
    case 'processed':
      items.push({ title: 'On your card', at: seenAt('processed'), state: 'done' });
      break;
    case 'cancelled':
      items.push({ title: 'Cancelled', at: seenAt('cancelled'), state: 'failed' });
      break;
    case 'failed':
      if (seenAt('processed')) {
        items.push({ title: 'On your card', at: seenAt('processed'), state: 'done' });
        items.push({ title: 'Taken back', at: seenAt('failed'), state: 'failed' });
      } else {
        items.push({ title: 'Did not go through', at: seenAt('failed'), state: 'failed' });
      }
      break;
    default:
      items.push({ title: transfer.status, at: seenAt(transfer.status), state: 'current' });
  }
  return items;
}
