import { ChevronRight } from 'lucide-react';
import Link from 'next/link';

/** One of several ways to do something. */
export type Way = {
  href: string;
  title: string;
  detail: string;
  /** The page has a content security policy of its own, which only a new document gets. */
  reload?: true;
};

/** Leads to the other ways of doing what a page is for; nothing when there is none. */
export function WayLinks({ label, ways }: { label: string; ways: readonly Way[] }) {
  if (ways.length === 0) return null;
  return (
    <nav aria-label={label} className="grid gap-3">
      <h2 className="text-sm font-medium text-ink-muted">{label}</h2>
      <ul className="grid gap-2">
        {ways.map((way) => (
          <li key={way.href}>
            <WayLink {...way} />
          </li>
        ))}
      </ul>
    </nav>
  );
}

function WayLink({ href, title, detail, reload }: Way) {
  const Anchor = reload ? 'a' : Link;
  return (
    <Anchor
      href={href}
      className="flex items-center gap-3 rounded-lg border border-line-strong/60 bg-surface p-4 transition-colors hover:border-accent"
    >
      <span className="grid flex-1 gap-0.5">
        <span className="font-medium text-ink">{title}</span>
        <span className="text-sm text-ink-muted">{detail}</span>
      </span>
      <ChevronRight aria-hidden="true" className="size-5 text-ink-muted" />
    </Anchor>
  );
}
