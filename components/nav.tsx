'use client';

import { CreditCard, House, Landmark, ReceiptText, Send } from 'lucide-react';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { cx } from './ui/cx';

const items = [
  { section: 'home', href: '/home', label: 'Home', icon: House },
  { section: 'cards', href: '/cards', label: 'Cards', icon: CreditCard },
  { section: 'accounts', href: '/accounts', label: 'Banks', icon: Landmark },
  { section: 'send', href: '/send', label: 'Send', icon: Send },
  { section: 'transfers', href: '/transfers', label: 'Activity', icon: ReceiptText },
] as const;

/** One list of links: a tab bar under the thumb on a phone, in the header elsewhere. */
export function Nav() {
  const pathname = usePathname();
  const active = items.find(
    ({ href }) => pathname === href || pathname.startsWith(`${href}/`),
  )?.section;
  return (
    <nav
      aria-label="Main"
      className="fixed inset-x-0 bottom-0 border-t border-line bg-surface pb-[env(safe-area-inset-bottom)] sm:static sm:border-0 sm:bg-transparent sm:pb-0 print:hidden"
    >
      <ul className="mx-auto grid max-w-md grid-cols-5 sm:flex sm:max-w-none sm:gap-1">
        {items.map(({ section, href, label, icon: Icon }) => (
          <li key={section}>
            <Link
              href={href}
              aria-current={active === section ? 'page' : undefined}
              className={cx(
                'group flex min-h-16 flex-col items-center justify-center gap-1 text-xs font-medium -outline-offset-4',
                'sm:min-h-10 sm:rounded-full sm:px-4 sm:text-sm sm:outline-offset-2',
                active === section
                  ? 'text-accent sm:bg-accent-soft'
                  : 'text-ink-muted hover:text-ink sm:hover:bg-sunken',
              )}
            >
              <span
                className={cx(
                  'grid h-7 w-12 place-items-center rounded-full sm:hidden',
                  active === section && 'bg-accent-soft',
                )}
              >
                <Icon aria-hidden="true" className="size-5" />
              </span>
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
