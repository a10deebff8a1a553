import Link from 'next/link';
import { type OpenEventsQuery, openEventsHref } from '@/lib/operator/webhooks/open-events-query';
import { cx } from '../ui/cx';

const choices = [
  { state: undefined, label: 'All' },
  { state: 'waiting', label: 'Waiting' },
  { state: 'parked', label: 'Given up' },
] as const;

/** Narrows the list of events by how they stand, and takes back a reason that it is narrowed to. */
export function OpenEventFilters({ query }: { query: OpenEventsQuery }) {
  return (
    <nav aria-label="Show events" className="flex flex-wrap gap-2">
      {choices.map(({ state, label }) => {
        const isShown = query.state === state && !query.reason;
        return (
          <Link
            key={label}
            href={openEventsHref({ state, reason: undefined, page: 1 })}
            aria-current={isShown ? 'page' : undefined}
            className={cx(
              'inline-flex min-h-9 items-center rounded-full px-3 text-sm font-medium',
              isShown ? 'bg-accent-soft text-accent' : 'text-ink-muted',
            )}
          >
            {label}
          </Link>
        );
      })}
    </nav>
  );
}
