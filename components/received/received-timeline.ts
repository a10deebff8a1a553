import type { ReceivedTransfer } from '@/lib/transfers/received/show-received';
import type { TimelineItem } from '../ui/timeline';
import { senderWords } from './sender-name';

/** What has happened to money that somebody else sent, and what is still to come. */
export function receivedTimeline(received: ReceivedTransfer): TimelineItem[] {
  const { status, history, sender, startedAt, to } = received;
  const seenAt = (wanted: string) =>
    history.find((change) => change.status === wanted)?.seenAt ?? null;
  const sent: TimelineItem = {
    title: `${senderWords(sender)} sent it`,
    at: startedAt,
    state: 'done',
  };
  const arrived: TimelineItem = { title: 'Arrived', at: seenAt('processed'), state: 'done' };
  switch (status) {
    case 'pending':
      return [
        sent,
        { title: to ? `On its way to ${to}` : 'On its way', at: null, state: 'current' },
        { title: 'Arrived', at: null, state: 'todo' },
      ];
    case 'processed':
      return [sent, arrived];
    case 'failed':
      return seenAt('processed')
        ? [sent, arrived, { title: 'Taken back', at: seenAt('failed'), state: 'failed' }]
        : [sent, { title: 'Did not go through', at: seenAt('failed'), state: 'failed' }];
    case 'cancelled':
      return [sent, { title: 'Stopped before it left', at: seenAt('cancelled'), state: 'failed' }];
    default:
      return [sent, { title: status, at: seenAt(status), state: 'current' }];
  }
}
