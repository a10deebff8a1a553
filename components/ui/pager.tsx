import { ButtonLink } from './button-link';

type PagerProps = {
  /** What the list holds, for people who cannot see it: "Cards". */
  label: string;
  page: number;
  pages: number;
  /** The address of a page of the list. */
  hrefOf: (page: number) => string;
};

/** Leads through the pages of a list; nothing while there is only one. */
export function Pager({ label, page, pages, hrefOf }: PagerProps) {
  if (pages < 2) return null;
  return (
    <nav
      aria-label={`${label}, pages`}
      className="flex flex-wrap items-center justify-between gap-3 print:hidden"
    >
      <p className="text-sm text-ink-muted tabular-nums">
        Page {page} of {pages}
      </p>
      <div className="flex gap-2">
        {page > 1 && (
          <ButtonLink href={hrefOf(page - 1)} variant="secondary">
            Newer
          </ButtonLink>
        )}
        {page < pages && (
          <ButtonLink href={hrefOf(page + 1)} variant="secondary">
            Older
          </ButtonLink>
        )}
      </div>
    </nav>
  );
}
