import type { FormState } from '@/lib/http/form-state';
import type { OpenEvent } from '@/lib/operator/webhooks/list-open-events';
import { ActionForm } from '../ui/action-form';
import { DateTime } from '../ui/date-time';
import { StatusBadge } from '../ui/status-badge';

type OpenEventsProps = {
  events: readonly OpenEvent[];
  retry: (previous: FormState, form: FormData) => Promise<FormState>;
};

/** Events that wait or were given up: what they are about, by its ids, and why they are not done. */
export function OpenEvents({ events, retry }: OpenEventsProps) {
  return (
    <ul className="divide-y divide-line">
      {events.map((event) => (
        <li
          key={event.id}
          className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 py-4 first:pt-0 last:pb-0"
        >
          <span className="grid min-w-0 flex-1 basis-60 gap-1 wrap-anywhere">
            <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <code className="font-medium">{event.webhookType}</code>
              {event.status === 'parked' ? (
                <StatusBadge tone="caution" label="Given up" />
              ) : (
                <StatusBadge tone="info" label="Waiting" />
              )}
            </span>
            <span className="text-sm">{whyNotDone(event)}</span>
            <span className="text-sm text-ink-muted">
              <DateTime at={event.receivedAt} />
              {event.otherEnvironment && <>, from Astra’s {event.otherEnvironment}</>}
            </span>
            <span className="font-mono text-xs text-ink-muted">
              {event.resourceId || 'Without a resource'}
              {event.astraUserId && <>, of {event.astraUserId}</>}
            </span>
          </span>
          {event.canRetry && (
            <ActionForm
              action={retry}
              field={{ name: 'eventId', value: event.id }}
              button="Try again"
              pendingLabel="Trying…"
              buttonDescription={`Try again: ${event.webhookType} of ${event.resourceId}`}
            />
          )}
        </li>
      ))}
    </ul>
  );
}

function whyNotDone({ status, outcome, otherEnvironment }: OpenEvent): string {
  // Whatever was noted when it was last tried: nothing tries it now.
  if (otherEnvironment && status === 'received') {
    return `It waits until this app is connected to Astra’s ${otherEnvironment} again.`;
  }
  return outcome ?? 'Its turn has not come yet.';
}
