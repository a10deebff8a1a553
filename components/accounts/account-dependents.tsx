import Link from 'next/link';
import type { ReactNode } from 'react';
import type { Dependents } from '@/lib/accounts/find-dependents';
import { Money } from '../ui/money';
import { Notice } from '../ui/notice';

/** What still uses an account: a warning, because Astra lets people remove it all the same. */
export function AccountDependents({ routines, transfers }: Dependents) {
  if (routines.total === 0 && transfers.total === 0) {
    return (
      <Notice title="Nothing uses this account now">
        As far as we know, no routine and no transfer on its way.
      </Notice>
    );
  }
  return (
    <Notice tone="caution" title="This account is still used">
      <div className="grid gap-4">
        <Group
          title="Routines that will no longer work"
          advice="Pause them first, if they should not fail."
          {...routines}
        >
          {routines.items.map(({ astraId, name, amountCents }) => (
            // A routine's button to pause it belongs at the end of its row.
            <Row key={astraId} name={name ?? 'Routine'} cents={amountCents} />
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
    </Notice>
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
    <div className="grid gap-1">
      <h2 className="font-medium">{title}</h2>
      <p>{advice}</p>
      <ul className="divide-y divide-line">{children}</ul>
      {total > items.length && <p>And {total - items.length} more.</p>}
    </div>
  );
}

function Row({ name, cents }: { name: ReactNode; cents: bigint | null }) {
  return (
    <li className="flex flex-wrap items-center justify-between gap-3 py-2">
      <span className="min-w-0 wrap-anywhere">{name}</span>
      {cents !== null && <Money cents={Number(cents)} />}
    </li>
  );
}
