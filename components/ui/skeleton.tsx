import { cx } from './cx';

/** A grey shape that holds the place of what is still loading. Give it its size. */
export function Skeleton({ className = 'h-4 w-full' }: { className?: string }) {
  return (
    <span
      aria-hidden="true"
      className={cx('block rounded-md bg-sunken motion-safe:animate-pulse', className)}
    />
  );
}
