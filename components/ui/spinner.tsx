import { cx } from './cx';

/** A turning ring in the text colour. Say what is awaited in words beside it, or in `label`. */
export function Spinner({ label, className = 'size-5' }: { label?: string; className?: string }) {
  return (
    <span role={label ? 'status' : undefined} className="inline-flex">
      <svg
        viewBox="0 0 20 20"
        fill="none"
        aria-hidden="true"
        className={cx('motion-safe:animate-spin', className)}
      >
        <circle cx="10" cy="10" r="7.5" stroke="currentColor" strokeWidth="2.5" opacity="0.25" />
        <path
          d="M17.5 10A7.5 7.5 0 0 0 10 2.5"
          stroke="currentColor"
          strokeWidth="2.5"
          strokeLinecap="round"
        />
      </svg>
      {label && <span className="sr-only">{label}</span>}
    </span>
  );
}
