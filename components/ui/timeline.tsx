import { Check, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { cx } from './cx';
import { DateTime } from './date-time';

export type TimelineItem = {
  title: string;
  detail?: ReactNode;
  /** Null when it has not happened, or when nobody knows when it did. */
  at: Date | null;
  state: 'done' | 'current' | 'failed' | 'todo';
};

const markers = {
  done: 'bg-positive text-surface',
  current: 'bg-surface ring-2 ring-inset ring-accent text-accent',
  failed: 'bg-critical text-critical-ink',
  todo: 'bg-surface ring-2 ring-inset ring-line',
} as const;

/** What happened, in order, and what is still to come. */
export function Timeline({ items }: { items: readonly TimelineItem[] }) {
  return (
    <ol>
      {items.map((item, index) => (
        <li
          // Titles may repeat ("Bank answered"), and the order never changes.
          key={`${index} ${item.title}`}
          aria-current={item.state === 'current' ? 'step' : undefined}
          className="group relative flex gap-4 pb-6 last:pb-0"
        >
          <span
            aria-hidden="true"
            className={cx(
              'absolute top-6 bottom-0 left-3 w-0.5 -translate-x-1/2 group-last:hidden',
              item.state === 'done' ? 'bg-positive' : 'bg-line',
            )}
          />
          <Marker state={item.state} />
          <div className="grid min-w-0 flex-1 gap-0.5 wrap-anywhere">
            <p className={cx('font-medium', item.state === 'todo' && 'text-ink-muted')}>
              {item.title}
            </p>
            {item.detail && <div className="text-sm text-ink-muted">{item.detail}</div>}
            {item.at && (
              <p className="text-sm text-ink-muted">
                <DateTime at={item.at} />
              </p>
            )}
          </div>
        </li>
      ))}
    </ol>
  );
}

function Marker({ state }: { state: TimelineItem['state'] }) {
  return (
    <span
      aria-hidden="true"
      className={cx('grid size-6 shrink-0 place-items-center rounded-full', markers[state])}
    >
      {state === 'done' && <Check className="size-3.5" strokeWidth={3} />}
      {state === 'failed' && <X className="size-3.5" strokeWidth={3} />}
      {state === 'current' && (
        <span className="size-2.5 rounded-full bg-accent motion-safe:animate-pulse" />
      )}
    </span>
  );
}
