import { ArrowLeft } from 'lucide-react';
import Link from 'next/link';
import type { ComponentProps, ReactNode } from 'react';

type PageHeaderProps = {
  title: ReactNode;
  lead?: ReactNode;
  back?: { href: ComponentProps<typeof Link>['href']; label: string };
  actions?: ReactNode;
};

/** The page's only h1, with the way back above it. */
export function PageHeader({ title, lead, back, actions }: PageHeaderProps) {
  return (
    <header className="mb-6 grid gap-3 sm:mb-8">
      {back && (
        <Link
          href={back.href}
          className="-ml-1 inline-flex min-h-8 w-fit items-center gap-1.5 rounded-sm px-1 text-sm font-medium text-ink-muted hover:text-ink print:hidden"
        >
          <ArrowLeft aria-hidden="true" className="size-4" />
          {back.label}
        </Link>
      )}
      <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-4">
        <div className="grid min-w-0 max-w-2xl gap-2 wrap-anywhere">
          <h1 className="text-3xl font-semibold">{title}</h1>
          {lead && <p className="text-pretty text-ink-muted">{lead}</p>}
        </div>
        {actions && <div className="flex flex-wrap gap-2 print:hidden">{actions}</div>}
      </div>
    </header>
  );
}
