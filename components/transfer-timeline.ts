import type { FoundTransfer } from '@/lib/transfers/detail/find-transfer';
import { chargebackWords } from './transfers/chargeback-words';
import type { TimelineItem } from './ui/timeline';

/** Where the money goes, in the words of whoever sent it. */
function placeWords(payment: FoundTransfer['payment']) {
  if (payment?.recipientId) {
    return { onItsWay: `On its way to ${payment.destinationLabel}`, there: 'Arrived' };
  }
  if (payment?.destinationKind === 'payment_instrument') {
    return { onItsWay: 'On its way', there: 'In the settlement account' };
  }
  return payment?.destinationKind === 'account'
    ? { onItsWay: 'On its way to your account', there: 'In your account' }
    : { onItsWay: 'On its way to your card', there: 'On your card' };
}

/** What has happened to a transfer, and what is still to come. */
export function transferTimeline(transfer: FoundTransfer): TimelineItem[] {
  const seenAt = (status: string) =>
    transfer.history.find((change) => change.status === status)?.seenAt ?? null;
  const items: TimelineItem[] = [];
  const { onItsWay, there } = placeWords(transfer.payment);
  if (transfer.payment) {
    const title = transfer.payment.operatorId ? 'An operator sent it' : 'You sent it';
    items.push({ title, at: transfer.payment.createdAt, state: 'done' });
  }
  items.push({
    title: 'Astra started the transfer',
    at: transfer.initiatedAt ?? seenAt('pending'),
    state: 'done',
  });
  const arrived: TimelineItem = { title: there, at: seenAt('processed'), state: 'done' };
  switch (transfer.status) {
    case 'pending':
      items.push({ title: onItsWay, at: null, state: 'current' });
      items.push({ title: there, at: null, state: 'todo' });
      break;
    case 'processed':
      items.push(arrived);
      break;
    case 'cancelled':
      items.push({ title: 'Stopped before it left', at: seenAt('cancelled'), state: 'failed' });
      break;
    case 'failed':
      if (seenAt('processed')) {
        items.push(arrived);
        items.push({ title: 'Taken back', at: seenAt('failed'), state: 'failed' });
      } else {
        items.push({ title: 'Did not go through', at: seenAt('failed'), state: 'failed' });
      }
      break;
    default:
      items.push({ title: transfer.status, at: seenAt(transfer.status), state: 'current' });
  }
  return [...items, ...transfer.chargebacks.flatMap(disputeItems)];
}

/** A dispute and, once it is decided, for whom. */
function disputeItems(chargeback: FoundTransfer['chargebacks'][number]): TimelineItem[] {
  const { payment, label } = chargebackWords(chargeback);
  if (payment === 'undisputed') return [];
  const { openedAt, createdAt, statusAt } = chargeback;
  const opened = { title: 'The payment was disputed', at: openedAt ?? createdAt } as const;
  return [
    { ...opened, state: 'failed' },
    ...(payment === 'open'
      ? []
      : [{ title: label, at: statusAt, state: payment === 'stands' ? 'done' : 'failed' } as const]),
  ];
}
