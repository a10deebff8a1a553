import { brand } from '@/lib/brand';
import type { ReceivedTransfer } from '@/lib/transfers/received/show-received';
import { transferBadge } from '../transfer-status';
import { DateTime } from '../ui/date-time';
import { DefinitionList } from '../ui/definition-list';
import { Money } from '../ui/money';
import { Notice } from '../ui/notice';
import { Panel } from '../ui/panel';
import { StatusBadge } from '../ui/status-badge';
import { Timeline } from '../ui/timeline';
import { receivedTimeline } from './received-timeline';
import { SenderName, senderWords } from './sender-name';

/** What somebody else sent: how much arrives, from whom, on what of one's own, and how far it is. */
export function ReceivedDetails({ received }: { received: ReceivedTransfer }) {
  const arrivedAt = received.history.find(({ status }) => status === 'processed')?.seenAt;
  return (
    <div className="grid gap-6">
      <Panel>
        <div className="flex flex-wrap items-center justify-between gap-4">
          <Money cents={Number(received.amountCents)} size="xl" />
          <StatusBadge {...transferBadge(received)} />
        </div>
      </Panel>
      <Ending received={received} hadArrived={arrivedAt !== undefined} />
      <div className="grid gap-6 md:grid-cols-2">
        <Panel title="Progress">
          <Timeline items={receivedTimeline(received)} />
        </Panel>
        <Panel title="Details">
          <DefinitionList items={factsOf(received, arrivedAt)} />
        </Panel>
      </div>
      {received.sender.kind === 'program' && (
        <p className="text-sm text-ink-muted">
          “Official” stands on payments of {brand.name} itself. No person’s payment can have it.
        </p>
      )}
    </div>
  );
}

type EndingProps = { received: ReceivedTransfer; hadArrived: boolean };

/** What it means that the money is not here. Why is between the sender and their bank. */
function Ending({ received: { status, sender }, hadArrived }: EndingProps) {
  const name = senderWords(sender);
  if (status === 'cancelled') {
    return (
      <Notice title="This payment was cancelled">
        It was stopped before the money left. Nothing was added to your card or account.
      </Notice>
    );
  }
  if (status !== 'failed') return null;
  return hadArrived ? (
    <Notice tone="critical" title="This payment was taken back">
      The money had arrived, and a bank has taken it back since. Ask {name} to send it again.
    </Notice>
  ) : (
    <Notice tone="critical" title="This payment did not arrive">
      The money did not reach you. Ask {name} to send it again.
    </Notice>
  );
}

function factsOf(received: ReceivedTransfer, arrivedAt: Date | undefined) {
  const { sender, to, startedAt, estimatedClearing, status, astraId } = received;
  return [
    { label: 'From', value: <SenderName sender={sender} /> },
    { label: 'To your', value: to ?? 'Not known here' },
    { label: 'Sent', value: <DateTime at={startedAt} /> },
    // An estimate is of use until it is known better.
    ...(estimatedClearing && status === 'pending'
      ? [{ label: 'Expected', value: <DateTime at={estimatedClearing} /> }]
      : []),
    ...(arrivedAt ? [{ label: 'Arrived', value: <DateTime at={arrivedAt} /> }] : []),
    { label: 'Transfer', value: <code>{astraId}</code> },
  ];
}
