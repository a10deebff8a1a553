import Link from 'next/link';
import type { ReactNode } from 'react';
import type { Dependents } from '@/lib/accounts/find-dependents';
import type { Routine } from '@/lib/db/generated/client';
import { type Pause, PauseRoutine } from '../pause-routine';
import { Money } from '../ui/money';
import { Notice } from '../ui/notice';
import { Panel } from '../ui/panel';

/** What still uses an account: a warning, because Astra lets people remove it all the same. */
export function AccountDependents({ routines, transfers, pause }: Dependents & { pause: Pause }) {
  if (routines.total === 0 && transfers.total === 0) {
    return (
      <Notice title="Nothing uses this account now" isHeading>
        As far as we know, no routine and no transfer on its way.
      </Notice>
    );
  }
  return (
    <div className="grid gap-6">
      <Notice tone="caution" title="This account is still used">
        You can remove it all the same. What that does to each is said below.
      </Notice>
      <Group
        title="Routines that will no longer work"
        advice="Pause them first, if they should not fail."
        {...routines}
      >
        {routines.items.map((routine) => (
          <Row key={routine.astraId} name={nameOf(routine)} cents={routine.amountCents}>
            {canBePaused(routine) && (
              <PauseRoutine action={pause} routineId={routine.astraId} name={nameOf(routine)} />
            )}
          </Row>
        ))}
      </Group>
      <Group
        title="Transfers on their way"
        advice="Wait until they have arrived, if you can: they may fail or come back."
        {...transfers}
      >
        {transfers.items.map(({ id, name, amountCents }) => (
          <Row
            key={id}
            name={
              <Link href={`/transfers/${id}`} className="underline underline-offset-4">
                {name ?? 'Transfer'}
              </Link>
            }
            cents={amountCents}
          />
        ))}
      </Group>
    </div>
  );
}

type GroupProps = {
  title: string;
  advice: string;
  items: readonly unknown[];
  total: number;
  children: ReactNode;
};

function Group({ title, advice, items, total, children }: GroupProps) {
  if (total === 0) return null;
  return (
    <Panel title={title} description={advice}>
      <ul className="divide-y divide-line">{children}</ul>
      {total > items.length && <p>And {total - items.length} more.</p>}
    </Panel>
  );
}

function nameOf({ name }: Routine): string {
  return name ?? 'Routine';
}

/** One that pays but once has begun, and one that waits for its person does not run. */
function canBePaused({ type, status }: Routine): boolean {
  return type !== 'one-time' && status === 'active';
}

type RowProps = { name: ReactNode; cents: bigint | null; children?: ReactNode };

function Row({ name, cents, children }: RowProps) {
  return (
    <li className="flex flex-wrap items-center justify-between gap-3 py-3 first:pt-0 last:pb-0">
      <span className="min-w-0 wrap-anywhere">{name}</span>
      <span className="flex flex-wrap items-center gap-3">
        {cents !== null && <Money cents={Number(cents)} />}
        {children}
      </span>
    </li>
  );
}
