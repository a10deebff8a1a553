import type { StoryEvent } from '@/lib/transfers/detail/join-story';
import { DateTime } from '../ui/date-time';

const kinds: Readonly<Record<StoryEvent['kind'], string>> = {
  act: 'Here',
  event: 'Event from Astra',
  status: 'Status',
};

/** Everything that happened to a transfer, in order, with what Astra's support asks for. */
export function StoryList({ story }: { story: readonly StoryEvent[] }) {
  if (story.length === 0) return <p className="text-ink-muted">Nothing is written down yet.</p>;
  return (
    <ol className="divide-y divide-line">
      {story.map((event, index) => (
        <li
          // Two of a kind may come in the same instant, and the order never changes.
          key={`${index} ${event.kind}`}
          className="grid gap-0.5 py-3 wrap-anywhere first:pt-0 last:pb-0"
        >
          <p className="flex flex-wrap justify-between gap-x-4 text-sm text-ink-muted">
            <span>
              {kinds[event.kind]}
              {event.eventType && (
                <>
                  {' '}
                  <code>{event.eventType}</code>
                </>
              )}
            </span>
            <DateTime at={event.at} />
          </p>
          <p className="font-medium">{event.text}</p>
          {event.astraRequestId && (
            <p className="text-sm text-ink-muted">
              Astra’s request id: <code>{event.astraRequestId}</code>
            </p>
          )}
        </li>
      ))}
    </ol>
  );
}
