import Link from 'next/link';

/** Below a list that has no place for all payments whose transfer has not begun: where they are. */
export function MoreAwaited({ count }: { count: number }) {
  if (count === 0) return null;
  return (
    <p className="mt-4 text-sm text-ink-muted">
      {count === 1
        ? '1 more payment has not begun yet.'
        : `${count.toLocaleString('en-US')} more payments have not begun yet.`}{' '}
      <Link href="/routines?kind=one-time" className="rounded-sm font-medium text-accent">
        Show all
      </Link>
    </p>
  );
}
