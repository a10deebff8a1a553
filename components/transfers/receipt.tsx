import { brand } from '@/lib/brand';
import type { FoundTransfer } from '@/lib/transfers/detail/find-transfer';
import { transferBadge } from '../transfer-status';
import { DateTime } from '../ui/date-time';
import { DefinitionList } from '../ui/definition-list';
import { Money } from '../ui/money';
import { Panel } from '../ui/panel';
import { chargebackWords } from './chargeback-words';
import { costItems } from './cost-items';

/** One transfer on a sheet of paper: what was paid, from where to where, and what it cost. */
export function Receipt({ transfer }: { transfer: FoundTransfer }) {
  const { name, ends, payment, amountCents, startedAt, astraId, history, chargebacks } = transfer;
  const arrivedAt = history.find(({ status }) => status === 'processed')?.seenAt;
  const reference = payment?.clientCorrelationId ?? transfer.clientCorrelationId;
  return (
    <Panel className="print:border-0 print:p-0 print:shadow-none">
      <div className="grid gap-6">
        <div className="flex flex-wrap items-baseline justify-between gap-4">
          <Money cents={Number(amountCents)} size="xl" />
          <p className="font-medium">{transferBadge(transfer).label}</p>
        </div>
        <DefinitionList
          items={[
            { label: 'For', value: name ?? 'A transfer' },
            { label: 'From', value: ends.from ?? 'Not known here' },
            { label: 'To', value: ends.to ?? 'Not known here' },
            ...costItems(transfer, payment),
            { label: 'Sent', value: <DateTime at={startedAt} /> },
            ...(arrivedAt ? [{ label: 'Arrived', value: <DateTime at={arrivedAt} /> }] : []),
            ...chargebacks.map((chargeback) => ({
              label: 'Dispute',
              value: <Dispute chargeback={chargeback} />,
            })),
            ...(reference ? [{ label: 'Reference', value: <code>{reference}</code> }] : []),
            { label: 'Transfer', value: <code>{astraId}</code> },
          ]}
        />
        <p className="text-sm text-ink-muted">{brand.name}. Payments are made by Astra.</p>
      </div>
    </Panel>
  );
}

/** On paper, where a badge would lose its color. */
function Dispute({ chargeback }: { chargeback: FoundTransfer['chargebacks'][number] }) {
  const { label, text } = chargebackWords(chargeback);
  return (
    <>
      {label}
      <span className="block text-sm font-normal text-ink-muted">{text}</span>
    </>
  );
}
