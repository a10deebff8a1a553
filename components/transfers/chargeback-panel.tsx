import type { Chargeback } from '@/lib/db/generated/client';
import { DateTime } from '../ui/date-time';
import { DefinitionList } from '../ui/definition-list';
import { Money } from '../ui/money';
import { Panel } from '../ui/panel';
import { StatusBadge } from '../ui/status-badge';
import { chargebackWords } from './chargeback-words';

/** A dispute of a payment: where it stands, and what the card network says is wrong. */
export function ChargebackPanel({ chargeback }: { chargeback: Chargeback }) {
  const { tone, label, text } = chargebackWords(chargeback);
  const { exceptionCode, exceptionDescription, amountCents, openedAt, statusAt } = chargeback;
  const said = [exceptionDescription, exceptionCode && `(${exceptionCode})`].filter(Boolean);
  return (
    <Panel title="Dispute">
      <div className="grid gap-4">
        <StatusBadge tone={tone} label={label} />
        <p className="text-pretty text-ink-muted">{text}</p>
        <DefinitionList
          items={[
            ...(said.length > 0
              ? [{ label: 'What the card network says', value: said.join(' ') }]
              : []),
            ...(amountCents === null
              ? []
              : [{ label: 'Disputed amount', value: <Money cents={Number(amountCents)} /> }]),
            ...(openedAt ? [{ label: 'Opened', value: <DateTime at={openedAt} /> }] : []),
            ...(statusAt ? [{ label: 'Last change', value: <DateTime at={statusAt} /> }] : []),
            { label: 'Number of the dispute', value: <code>{chargeback.id}</code> },
          ]}
        />
      </div>
    </Panel>
  );
}
