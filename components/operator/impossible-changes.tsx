import type { ListedImpossibleChange } from '@/lib/operator/list-impossible-changes';
import { DateTime } from '../ui/date-time';
import { resourceWord } from './webhook-words';

/** What Astra showed although it cannot follow on what was known, and of whom. */
export function ImpossibleChanges({ changes }: { changes: readonly ListedImpossibleChange[] }) {
  return (
    <ul className="divide-y divide-line">
      {changes.map((change) => (
        <li key={change.id} className="grid gap-0.5 py-4 first:pt-0 last:pb-0">
          <p className="font-medium wrap-anywhere">
            {resourceWord(change.resource)} went from <code>{change.known}</code> to{' '}
            <code>{change.shown}</code>
          </p>
          <p className="text-sm text-ink-muted wrap-anywhere">
            {change.email ?? (change.userId ? 'Somebody who is gone' : 'The program')},{' '}
            <DateTime at={change.seenAt} />
          </p>
          <p className="font-mono text-xs text-ink-muted wrap-anywhere">{change.astraId}</p>
        </li>
      ))}
    </ul>
  );
}
