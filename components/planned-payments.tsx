import type { PlannedPayment } from '@/lib/people/list-planned';
import { SenderName } from './received/sender-name';
import { startWords } from './start-words';
import { Money } from './ui/money';
import { Panel } from './ui/panel';
import { StatusBadge } from './ui/status-badge';

type PlannedPaymentsProps = {
  /** The newest. */
  payments: readonly PlannedPayment[];
  /** How many there are in all. */
  total: number;
  /** Whether the reader has chosen to receive nothing. */
  receivesNothing: boolean;
};

/** What other people have planned to send. Nothing is shown while there is nothing. */
export function PlannedPayments(props: PlannedPaymentsProps) {
  const { payments, total } = props;
  if (payments.length === 0) return null;
  return (
    <Panel
      title="Planned for you"
      description={`Other people have set these up. ${whatPauses(props)}`}
    >
      <ul className="divide-y divide-line">
        {payments.map((payment) => (
          <Row key={payment.id} payment={payment} />
        ))}
      </ul>
      {total > payments.length && (
        <p className="border-t border-line pt-3 text-sm text-ink-muted">
          The newest {payments.length} of {total.toLocaleString('en-US')}.
        </p>
      )}
    </Panel>
  );
}

/** Receiving again resumes nothing: that is for whoever sends. */
function whatPauses({ payments, receivesNothing }: PlannedPaymentsProps): string {
  if (receivesNothing) {
    return 'They are paused while you receive on “Nothing”. After that, each goes on only when whoever sends it resumes it.';
  }
  return payments.some(({ isPaused }) => isPaused)
    ? 'What is paused goes on only when whoever sends it resumes it.'
    : 'Choose “Nothing” to have them paused.';
}

function Row({ payment: { sender, amountCents, isPaused, repeats, starts } }: Planned) {
  const when = [repeats && 'Again and again', starts && startWords(starts, repeats)].filter(
    Boolean,
  );
  return (
    <li className="flex items-center justify-between gap-4 py-3">
      <span className="grid min-w-0 gap-0.5">
        <span className="font-medium wrap-anywhere">
          From <SenderName sender={sender} />
        </span>
        <span className="text-sm text-ink-muted">{when.join('. ')}</span>
      </span>
      <span className="grid shrink-0 justify-items-end gap-1">
        {amountCents !== null && <Money cents={Number(amountCents)} size="md" />}
        {isPaused ? (
          <StatusBadge tone="neutral" label="Paused" />
        ) : (
          <StatusBadge tone="info" label="Planned" />
        )}
      </span>
    </li>
  );
}

type Planned = { payment: PlannedPayment };
