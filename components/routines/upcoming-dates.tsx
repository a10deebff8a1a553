import { bankingDayFrom } from '@/lib/payments/arrival/banking-days';
import { dayWords } from '@/lib/payments/arrival/day-words';
import type { FoundRoutine } from '@/lib/routines/find-routine';
import { endedRoutineStatuses } from '@/lib/routines/transitions';

type Planned = Pick<
  FoundRoutine,
  'dates' | 'today' | 'paymentType' | 'status' | 'type' | 'history' | 'isUnwanted'
>;

/** The days on which a routine pays next, or why there are none that anybody could tell. */
export function UpcomingDates({ routine }: { routine: Planned }) {
  const { dates, today, paymentType } = routine;
  if (dates.length === 0) return <p className="text-pretty text-ink-muted">{noneWords(routine)}</p>;
  const isByBank = paymentType === 'ach';
  return (
    <div className="grid gap-3">
      <ol className="divide-y divide-line">
        {dates.map((day) => (
          <li key={day} className="grid gap-0.5 py-2.5 first:pt-0">
            <span className="font-medium">
              {day === today ? 'Today' : <time dateTime={day}>{dayWords(day, today)}</time>}
            </span>
            {isByBank && <LeavesLater day={day} today={today} />}
          </li>
        ))}
      </ol>
      <p className="text-sm text-pretty text-ink-muted">
        By the calendar of Los Angeles (Pacific time).
        {isByBank && ' Banks move no money on weekends and bank holidays.'}
        {paymentType === 'debit' && ' Cards pay on weekends and holidays too.'}
      </p>
    </div>
  );
}

/** A payment between banks that falls on a day on which they rest waits for the next one. */
function LeavesLater({ day, today }: { day: string; today: string }) {
  const leaves = bankingDayFrom(day);
  if (leaves === day) return null;
  return <span className="text-sm text-ink-muted">It leaves on {dayWords(leaves, today)}.</span>;
}

function noneWords({ status, type, history, isUnwanted }: Planned): string {
  // Why it rests stands above, and that it cannot be resumed now.
  if (status === 'inactive' && isUnwanted) return 'None for now.';
  if (status === 'inactive') {
    return type === 'one-time'
      ? 'It is paused. Nothing is sent until you resume it.'
      : 'It is paused. Nothing is sent until you resume it; then it goes on with the next day that is due.';
  }
  if (type === 'one-time' && history.transfers > 0) return 'It pays once, and that has begun.';
  if (endedRoutineStatuses.includes(status)) return 'None. This routine has ended.';
  if (status !== 'active') return 'None for now.';
  if (type === 'one-time' || type === 'recurring') return 'Astra has not said on which day.';
  return 'It pays by itself whenever there is something to pay, so nobody knows the day before.';
}
