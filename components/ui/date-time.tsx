'use client';

import { type DateTimeShow, formatDateTime } from './format-date-time';
import { useHydrated } from './use-hydrated';

type DateTimeProps = { at: Date; show?: DateTimeShow; className?: string };

/** A moment: in UTC in the server's HTML, in the reader's own zone once the page is alive. */
export function DateTime({ at, show = 'full', className }: DateTimeProps) {
  const zone = useHydrated() ? undefined : 'UTC';
  return (
    <time dateTime={at.toISOString()} className={className}>
      {formatDateTime(at, show, zone)}
    </time>
  );
}
