import type { CardUses } from '@/lib/cards/find-card-uses';
import type { Routine } from '@/lib/db/generated/client';
import { type Pause, PauseRoutine } from '../pause-routine';
import { TransferList } from '../transfer-list';
import { Money } from '../ui/money';
import { Panel } from '../ui/panel';
import { StartingPayments } from './starting-payments';

/** What keeps a card from being removed, and what to do about each. */
export function CardUsesPanels({ uses, pause }: { uses: CardUses; pause: Pause }) {
  const { repeating, starting, pending, undecided } = uses;
  const isMoving = starting.length > 0 || pending.length > 0 || undecided.length > 0;
  return (
    <>
      {repeating.length > 0 && (
        <Panel
          title="Pause these first"
          description="They would go on paying with the card. A paused one starts no more payments."
        >
          <ul className="divide-y divide-line">
            {repeating.map((routine) => (
              <RoutineRow key={routine.astraId} routine={routine} pause={pause} />
            ))}
          </ul>
        </Panel>
      )}
      {isMoving && (
        <Panel
          title="Wait for these first"
          description="Their money is on its way. This page changes by itself when it has arrived."
        >
          <StartingPayments starting={starting} />
          <TransferList transfers={pending} openPayments={undecided} />
        </Panel>
      )}
    </>
  );
}

function RoutineRow({ routine, pause }: { routine: Routine; pause: Pause }) {
  const name = routine.name ?? 'A repeating payment';
  return (
    <li className="grid gap-3 py-3 first:pt-0 last:pb-0 sm:grid-cols-[1fr_auto] sm:items-center">
      <span className="grid min-w-0 gap-0.5">
        <span className="font-medium wrap-anywhere">{name}</span>
        {routine.amountCents !== null && (
          <span className="text-sm text-ink-muted">
            <Money cents={Number(routine.amountCents)} /> each time
          </span>
        )}
      </span>
      <PauseRoutine action={pause} routineId={routine.astraId} name={name} />
    </li>
  );
}
