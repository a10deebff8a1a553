import Link from 'next/link';
import { dayWords } from '@/lib/payments/arrival/day-words';
import type { ListedRoutine } from '@/lib/routines/list-routines';
import { Money } from '../ui/money';
import { StatusBadge } from '../ui/status-badge';
import { routineBadge } from './routine-badge';
import { oftenWords, routineHref, routineName } from './routine-words';

type Props = { routines: readonly ListedRoutine[]; today: string };

/** Routines, each with what it does and when it pays next. */
export function RoutineList({ routines, today }: Props) {
  return (
    <ul className="divide-y divide-line">
      {routines.map((routine) => (
        <li key={routine.astraId}>
          <Link
            href={routineHref(routine.astraId)}
            className="-mx-2 flex items-start justify-between gap-4 rounded-md px-2 py-3 hover:bg-sunken"
          >
            <span className="grid min-w-0 gap-0.5 wrap-anywhere">
              <span className="font-medium">{routineName(routine)}</span>
              <span className="text-sm text-ink-muted">{oftenWords(routine)}</span>
              <Ends {...routine.ends} />
              {routine.next && (
                <span className="text-sm text-ink-muted">
                  Next: {dayWords(routine.next, today)}
                </span>
              )}
            </span>
            <span className="grid shrink-0 justify-items-end gap-1">
              {routine.amountCents !== null && (
                <Money cents={Number(routine.amountCents)} size="md" />
              )}
              <StatusBadge {...routineBadge(routine)} />
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}

function Ends({ from, to }: ListedRoutine['ends']) {
  if (!from && !to) return null;
  return (
    <span className="text-sm text-ink-muted">
      {from ?? 'Not known here'} <span aria-hidden="true">→</span>
      <span className="sr-only">to</span> {to ?? 'not known here'}
    </span>
  );
}
