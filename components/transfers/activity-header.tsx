import { Download } from 'lucide-react';
import Link from 'next/link';
import { buttonStyles } from '../ui/button-styles';
import { cx } from '../ui/cx';
import { PageHeader } from '../ui/page-header';
import { type ActivityListName, activityLists } from './activity-lists';

type Props = {
  shown: ActivityListName;
  /** The query that narrows the list, with its question mark; the file is narrowed like it. */
  query: string;
};

/** Above both lists: the way from one to the other, and to a file of both. */
export function ActivityHeader({ shown, query }: Props) {
  return (
    <>
      <PageHeader
        title="Activity"
        actions={
          // No `Link`: that would fetch the file ahead of the click.
          <a
            href={`/api/transfers/export${query}`}
            download
            className={buttonStyles('secondary', 'md')}
          >
            <Download aria-hidden="true" className="size-4" /> Download as CSV
          </a>
        }
      />
      <nav aria-label="Activity" className="mb-6 print:hidden">
        <ul className="grid grid-cols-2 gap-1 rounded-full bg-sunken p-1">
          {Object.entries(activityLists).map(([name, { href, label }]) => (
            <li key={name}>
              <Link
                href={href}
                aria-current={name === shown ? 'page' : undefined}
                className={cx(
                  'flex min-h-10 items-center justify-center rounded-full text-sm font-medium',
                  name === shown ? 'bg-surface shadow-panel' : 'text-ink-muted hover:text-ink',
                )}
              >
                {label}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
    </>
  );
}
