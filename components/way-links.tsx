import { ChevronRight } from 'lucide-react';
import Link from 'next/link';

/** One of several ways to do something. */
export type Way = { href: string; title: string; detail: string };

/** Leads to the other ways of doing what a page is for; nothing when there is none. */
export function WayLinks({ label, ways }: { label: string; ways: readonly Way[] }) {
  if (ways.length === 0) return null;
  return (
    <nav aria-label={label} className="grid gap-3">
      <h2 className="text-sm font-medium text-ink-muted">{label}</h2>
      <ul className="grid gap-2">
        {ways.map(({ href, title, detail }) => (
          <li key={href}>
            <Link
              href={href}
              className="flex items-center gap-3 rounded-lg border border-line-strong/60 bg-surface p-4 transition-colors hover:border-accent"
            >
              <span className="grid flex-1 gap-0.5">
                <span className="font-medium text-ink">{title}</span>
                <span className="text-sm text-ink-muted">{detail}</span>
              </span>
              <ChevronRight aria-hidden="true" className="size-5 text-ink-muted" />
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
