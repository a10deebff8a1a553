import type { findTransfer } from '@/lib/transfers/find-transfer';
import { failureSentence } from './failure-reason';
import { transferBadge } from './transfer-status';
import { transferTimeline } from './transfer-timeline';
import { DateTime } from './ui/date-time';
import { DefinitionList } from './ui/definition-list';
import { Money } from './ui/money';
import { Notice } from './ui/notice';
import { Panel } from './ui/panel';
import { StatusBadge } from './ui/status-badge';
import { Timeline } from './ui/timeline';

export type TransferView = NonNullable<Awaited<ReturnType<typeof findTransfer>>>;

/** One transfer: how much, from where to where, and how far it is. */
export function TransferDetails({ transfer }: { transfer: TransferView }) {
  const reference = transfer.payment?.clientCorrelationId;
  return (
    <div className="grid gap-6">
      <Panel>
        <div className="flex flex-wrap items-center justify-between gap-4">
          <Money cents={Number(transfer.amountCents)} size="xl" />
          <StatusBadge {...transferBadge(transfer)} />
        </div>
      </Panel>
      {transfer.status === 'failed' && (
        <Notice tone="critical" title="This transfer did not go through">
          {failureSentence(
            transfer.failureReason,
            transfer.history.some(({ status }) => status === 'processed'),
          )}
        </Notice>
      )}
      <div className="grid gap-6 md:grid-cols-2">
        <Panel title="Progress">
          <Timeline items={transferTimeline(transfer)} />
        </Panel>
        <Panel title="Details">
          <DefinitionList
            items={[
              { label: 'From', value: transfer.from ?? 'Not one of yours' },
              { label: 'To', value: transfer.to ?? 'Not one of yours' },
              {
                label: 'Sent',
                value: <DateTime at={transfer.initiatedAt ?? transfer.createdAt} />,
              },
              ...(reference ? [{ label: 'Reference', value: <code>{reference}</code> }] : []),
            ]}
          />
        </Panel>
      </div>
    </div>
  );
}
