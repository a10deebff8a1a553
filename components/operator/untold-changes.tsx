import type { UntoldChange } from '@/lib/operator/webhooks/list-untold-changes';
import { DateTime } from '../ui/date-time';
import { resourceWord } from './webhook-words';

/** What was found changed at Astra although no webhook told of it. */
export function UntoldChanges({ changes }: { changes: readonly UntoldChange[] }) {
  return (
    <ul className="divide-y divide-line">
      {changes.map((change) => (
        <li key={change.id} className="grid gap-0.5 py-4 first:pt-0 last:pb-0">
          <p className="font-medium wrap-anywhere">
            {resourceWord(change.resource)}{' '}
            {change.before === null ? (
              'was not known, and is'
            ) : (
              <>
                went from <code>{change.before}</code> to
              </>
            )}{' '}
            <code>{change.after}</code>
          </p>
          <p className="text-sm text-ink-muted">
            <DateTime at={change.foundAt} />
          </p>
          <p className="font-mono text-xs text-ink-muted wrap-anywhere">{change.astraId}</p>
        </li>
      ))}
    </ul>
  );
}
