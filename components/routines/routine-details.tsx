import { automaticWords, isAutomatic } from '@/lib/payments/compose/automatic-kinds';
import type { FoundRoutine } from '@/lib/routines/find-routine';
import { filterQuery } from '@/lib/transfers/list/transfer-filter';
import { termItems } from '../send/review-words';
import { unwantedWords } from '../send/waits-for';
import { TransferList } from '../transfer-list';
import { ButtonLink } from '../ui/button-link';
import { DateTime } from '../ui/date-time';
import { DefinitionList } from '../ui/definition-list';
import { Money } from '../ui/money';
import { Notice } from '../ui/notice';
import { Panel } from '../ui/panel';
import { StatusBadge } from '../ui/status-badge';
import { routineBadge } from './routine-badge';
import { oftenWords, waitingWords } from './routine-words';
import { UpcomingDates } from './upcoming-dates';

/** One routine: what it does, when it pays next, and what has come of it. */
export function RoutineDetails({ routine }: { routine: FoundRoutine }) {
  const { amountCents, status, type, transfers, history } = routine;
  const waiting = waitingWords(status);
  const unwanted = unwantedWords();
  const isOnce = type === 'one-time';
  return (
    <div className="grid gap-6">
      <Panel>
        <div className="flex flex-wrap items-center justify-between gap-4">
          {amountCents === null ? (
            <p className="text-lg font-semibold">{oftenWords(routine)}</p>
          ) : (
            <Money cents={Number(amountCents)} size="xl" />
          )}
          <StatusBadge {...routineBadge(routine)} />
        </div>
        {isAutomatic(type ?? '') && <Does type={type ?? ''} />}
      </Panel>
      {routine.isUnwanted && status === 'inactive' && (
        <Notice tone="caution" title={unwanted.title}>
          {unwanted.text}
        </Notice>
      )}
      {waiting && (
        <Notice
          tone={waiting.tone}
          title={waiting.title}
          action={
            waiting.isAtBank && (
              <ButtonLink href="/accounts" variant="secondary">
                Show bank accounts
              </ButtonLink>
            )
          }
        >
          {waiting.text}
        </Notice>
      )}
      <div className="grid items-start gap-6 md:grid-cols-2">
        <Panel title="Details">
          <DefinitionList items={factsOf(routine)} />
        </Panel>
        <Panel title={isOnce ? 'Next payment' : 'Next payments'}>
          <UpcomingDates routine={routine} />
        </Panel>
      </div>
      <Panel
        title="Payments so far"
        description={
          history.transfers > transfers.length &&
          `The newest ${transfers.length} of ${history.transfers.toLocaleString('en-US')}.`
        }
      >
        {transfers.length === 0 ? (
          <p className="text-ink-muted">No money has moved yet.</p>
        ) : (
          <TransferList transfers={transfers} openPayments={[]} />
        )}
        {history.transfers > transfers.length && (
          <div className="mt-4">
            <ButtonLink
              href={`/transfers${filterQuery({ routine: routine.astraId })}`}
              variant="secondary"
            >
              Show all payments
            </ButtonLink>
          </div>
        )}
      </Panel>
    </div>
  );
}

function Does({ type }: { type: string }) {
  if (!isAutomatic(type)) return null;
  return <p className="mt-3 text-pretty text-ink-muted">{automaticWords[type].does}</p>;
}

const speedWords: Readonly<Record<string, string>> = {
  'real-time': 'At once',
  'T+0': 'The same business day',
  'T+1': 'The next business day',
  'T+2': 'Two business days',
  'T+4': 'Four business days',
};

function factsOf(routine: FoundRoutine) {
  const { type, ends, terms, spending, startDate, speed, reference, astraCreatedAt } = routine;
  const dayLabel = type === 'one-time' ? 'Day' : 'First day';
  return [
    { label: 'From', value: ends.from ?? 'Not known here' },
    { label: 'To', value: ends.to ?? 'Not known here' },
    { label: 'How often', value: oftenWords(routine) },
    ...termItems(terms),
    ...(spending ? [{ label: 'Purchases of', value: spending.label }] : []),
    ...(startDate ? [{ label: dayLabel, value: startDateWords(startDate) }] : []),
    ...(speed ? [{ label: 'Speed', value: speedWords[speed] ?? speed }] : []),
    ...(reference ? [{ label: 'Reference', value: <code>{reference}</code> }] : []),
    ...(astraCreatedAt ? [{ label: 'Set up', value: <DateTime at={astraCreatedAt} /> }] : []),
  ];
}

const dayFormat = new Intl.DateTimeFormat('en-US', { dateStyle: 'medium', timeZone: 'UTC' });

/** A day that cannot be read is shown as Astra spells it. */
function startDateWords(text: string): string {
  const at = Date.parse(`${text.slice(0, 10)}T00:00:00Z`);
  return Number.isNaN(at) ? text : dayFormat.format(at);
}
