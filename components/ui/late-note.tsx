'use client';

import { useIsLate } from './use-is-late';

/** Longer than nearly every answer takes, and before people begin to doubt. */
const patienceMs = 6_000;

export const lateWords = 'This is taking longer than usual.';

/** Beside a button that is busy: appears when its answer does not come for some seconds. */
export function LateNote({ isWaiting }: { isWaiting: boolean }) {
  if (!useIsLate(isWaiting, patienceMs)) return null;
  return (
    <p role="status" className="order-last basis-full text-sm text-ink-muted">
      {lateWords} Please stay on this page.
    </p>
  );
}
