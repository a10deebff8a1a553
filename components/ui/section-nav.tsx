'use client';

import type { LucideIcon } from 'lucide-react';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { cx } from './cx';

type Section = {
  href: string;
  label: string;
  icon: LucideIcon;
  /** Where pages of this section lie besides. */
  also?: string;
};

type SectionNavProps = { label: string; sections: readonly Section[] };

/** One list of links: a tab bar under the thumb on a phone, in the header elsewhere. */
export function SectionNav({ label, sections }: SectionNavProps) {
  const pathname = usePathname();
  const isIn = (folder: string) => pathname === folder || pathname.startsWith(`${folder}/`);
  const active = sections.find(
    ({ href, also }) => isIn(href) || (also !== undefined && isIn(also)),
  )?.href;
  return (
    <nav
      aria-label={label}
      className="fixed inset-x-0 bottom-0 border-t border-line bg-surface pb-[env(safe-area-inset-bottom)] sm:static sm:border-0 sm:bg-transparent sm:pb-0 print:hidden"
    >
      <ul className="mx-auto grid max-w-md auto-cols-fr grid-flow-col sm:flex sm:max-w-none sm:gap-1">
        {sections.map(({ href, label: name, icon: Icon }) => (
          <li key={href}>
            <Link
              href={href}
              aria-current={active === href ? 'page' : undefined}
              className={cx(
                'group flex min-h-16 flex-col items-center gap-1 py-2 text-center text-xs font-medium -outline-offset-4',
                'sm:min-h-10 sm:justify-center sm:rounded-full sm:px-4 sm:py-0 sm:text-sm sm:outline-offset-2',
                active === href
                  ? 'text-accent sm:bg-accent-soft'
                  : 'text-ink-muted hover:text-ink sm:hover:bg-sunken',
              )}
            >
              <span
                className={cx(
                  'grid h-7 w-12 place-items-center rounded-full sm:hidden',
                  active === href && 'bg-accent-soft',
                )}
              >
                <Icon aria-hidden="true" className="size-5" />
              </span>
              {name}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
