import Link from 'next/link';
import type { FormState } from '@/lib/http/form-state';
import type { Reason } from '@/lib/operator/webhooks/list-reasons';
import { ActionForm } from '../ui/action-form';

type RetryReasonsProps = {
  reasons: readonly Reason[];
  retry: (previous: FormState, form: FormData) => Promise<FormState>;
};

/** Why events are not done with, each with a way to see them and to try them all again. */
export function RetryReasons({ reasons, retry }: RetryReasonsProps) {
  return (
    <ul className="divide-y divide-line">
      {reasons.map(({ reason, count, retryable }) => (
        <li
          key={reason}
          className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 py-4 first:pt-0 last:pb-0"
        >
          <span className="grid min-w-0 flex-1 basis-60 gap-0.5">
            <span className="font-medium wrap-anywhere">{reason}</span>
            <Link
              href={`/operator/webhooks?${new URLSearchParams({ reason })}`}
              aria-label={`Show ${eventsWord(count)}: ${reason}`}
              className="w-fit rounded-sm text-sm font-medium text-accent"
            >
              Show {eventsWord(count)}
            </Link>
          </span>
          {retryable > 0 && (
            <ActionForm
              action={retry}
              field={{ name: 'reason', value: reason }}
              button="Try all again"
              pendingLabel="Trying…"
              buttonDescription={`Try all again: ${reason}`}
            />
          )}
        </li>
      ))}
    </ul>
  );
}

function eventsWord(count: number): string {
  return count === 1 ? '1 event' : `${count} events`;
}
