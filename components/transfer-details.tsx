import type { ComponentProps } from 'react';
import type { FoundTransfer } from '@/lib/transfers/detail/find-transfer';
import { failureSentence } from './failure-reason';
import { RoutineLink } from './routines/routine-link';
import { transferBadge } from './transfer-status';
import { transferTimeline } from './transfer-timeline';
import { BatchStanding } from './transfers/batch-standing';
import { ChargebackPanel } from './transfers/chargeback-panel';
import { DateTime } from './ui/date-time';
import { DefinitionList } from './ui/definition-list';
import { Money } from './ui/money';
import { Notice } from './ui/notice';
import { Panel } from './ui/panel';
import { StatusBadge } from './ui/status-badge';
import { Timeline } from './ui/timeline';

type TransferDetailsProps = {
  transfer: FoundTransfer;
  /** What else the reader may know of it, beside its ends. */
  more?: ComponentProps<typeof DefinitionList>['items'];
};

/** One transfer: how much, from where to where, and how far it is. */
export function TransferDetails({ transfer, more }: TransferDetailsProps) {
  const arrivedAt = transfer.history.find(({ status }) => status === 'processed')?.seenAt;
  return (
    <div className="grid gap-6">
      <Panel>
        <div className="flex flex-wrap items-center justify-between gap-4">
          <Money cents={Number(transfer.amountCents)} size="xl" />
          <StatusBadge {...transferBadge(transfer)} />
        </div>
      </Panel>
      {transfer.status === 'failed' && (
        <Notice
          tone="critical"
          title={arrivedAt ? 'A bank sent this transfer back' : 'This transfer did not go through'}
        >
          {failureSentence(transfer.failureReason, arrivedAt !== undefined)}
        </Notice>
      )}
      {transfer.chargebacks.map((chargeback) => (
        <ChargebackPanel key={chargeback.id} chargeback={chargeback} />
      ))}
      <div className="grid gap-6 md:grid-cols-2">
        <Panel title="Progress">
          <Timeline items={transferTimeline(transfer)} />
        </Panel>
        <Panel title="Details">
          <DefinitionList items={factsOf(transfer, arrivedAt, more)} />
        </Panel>
      </div>
    </div>
  );
}

function factsOf(
  transfer: FoundTransfer,
  arrivedAt: Date | undefined,
  more: TransferDetailsProps['more'],
) {
  const { ends, routine, batch, startedAt, estimatedClearing, settlementReason } = transfer;
  const reference = transfer.payment?.clientCorrelationId ?? transfer.clientCorrelationId;
  return [
    { label: 'From', value: ends.from ?? 'Not known here' },
    { label: 'To', value: ends.to ?? 'Not known here' },
    ...(more ?? []),
    { label: 'Sent', value: <DateTime at={startedAt} /> },
    // An estimate is of use until it is known better.
    ...(estimatedClearing && transfer.status === 'pending'
      ? [{ label: 'Expected', value: <DateTime at={estimatedClearing} /> }]
      : []),
    ...(arrivedAt ? [{ label: 'Arrived', value: <DateTime at={arrivedAt} /> }] : []),
    ...(reference ? [{ label: 'Reference', value: <code>{reference}</code> }] : []),
    // A payment that is made but once has nothing more to say than its transfer.
    ...(routine && routine.type !== 'one-time'
      ? [{ label: 'Made by', value: <RoutineLink routine={routine} /> }]
      : []),
    ...(batch ? [{ label: 'Daily debit', value: <BatchStanding batch={batch} /> }] : []),
    // Astra lists no values, so its own words have to do.
    ...(settlementReason ? [{ label: 'Astra’s note', value: settlementReason }] : []),
  ];
}
