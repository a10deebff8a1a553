import { X } from 'lucide-react';
import Link from 'next/link';
import type { TransferSource } from '@/lib/transfers/list/list-sources';
import {
  filterParts,
  filterQuery,
  type TransferFilter,
} from '@/lib/transfers/list/transfer-filter';
import { type ActivityListName, activityLists } from './activity-lists';
import { filterWords } from './filter-words';

type Props = {
  list: ActivityListName;
  filter: TransferFilter;
  sources?: readonly TransferSource[];
};

/** What a list is narrowed to, each with a link that takes it away; nothing while it is whole. */
export function ActiveFilters({ list, filter, sources }: Props) {
  const { href } = activityLists[list];
  const parts = filterParts(filter);
  if (parts.length === 0) return null;
  return (
    <ul aria-label="Shown only" className="flex flex-wrap items-center gap-2 print:hidden">
      {parts.map((part) => {
        const words = filterWords(part, sources);
        return (
          <li key={part.name}>
            <Link
              href={`${href}${filterQuery({ ...filter, [part.name]: undefined })}`}
              aria-label={`Remove the filter ${words}`}
              className="inline-flex min-h-9 items-center gap-1.5 rounded-full bg-accent-soft px-3 text-sm font-medium text-accent wrap-anywhere"
            >
              {words}
              <X aria-hidden="true" className="size-3.5 shrink-0" />
            </Link>
          </li>
        );
      })}
      {parts.length > 1 && (
        <li>
          <Link href={href} className="rounded-sm px-1 text-sm font-medium text-accent">
            Show all
          </Link>
        </li>
      )}
    </ul>
  );
}
