import Link from 'next/link';
import type { ReactNode } from 'react';
import { cx } from './ui/cx';
import { DateTime } from './ui/date-time';
import { Money } from './ui/money';

type Props = {
  href: string;
  name: ReactNode;
  /** From where to where, where that is known. */
  ends?: ReactNode;
  /** Null while nobody knows how much it is. */
  cents: number | null;
  /** Somebody else’s payment to the reader. */
  isReceived?: boolean;
  /** Money that comes in has a plus. */
  comesIn?: boolean;
  at: Date;
  /** For what is still to come: when that is, which is said instead of `at`. */
  planned?: string | null | undefined;
  badge: ReactNode;
};

/** One movement of money in a list, which leads to its own page. */
export function MovementRow(props: Props) {
  const {
    href,
    name,
    ends,
    cents,
    isReceived = false,
    comesIn = false,
    at,
    planned,
    badge,
  } = props;
  return (
    <li>
      <Link
        href={href}
        className="-mx-2 flex items-center justify-between gap-4 rounded-md px-2 py-3 hover:bg-sunken"
      >
        <span className="grid min-w-0 gap-0.5">
          {/* A mark that stands beside the sender’s name is never cut off. */}
          <span className={cx('font-medium', isReceived ? 'wrap-anywhere' : 'truncate')}>
            {name}
          </span>
          {ends && <span className="text-sm text-pretty text-ink-muted wrap-anywhere">{ends}</span>}
          {planned ? (
            <span className="text-sm text-ink-muted">{planned}</span>
          ) : (
            <DateTime at={at} className="text-sm text-ink-muted" />
          )}
        </span>
        <span className="grid shrink-0 justify-items-end gap-1">
          {cents !== null && <Money cents={cents} size="md" sign={comesIn} />}
          {badge}
        </span>
      </Link>
    </li>
  );
}
