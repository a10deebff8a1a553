import { ChevronDown } from 'lucide-react';
import type { ReactNode } from 'react';

type AccountMenuProps = { email: string; children: ReactNode };

/**
 * Written out, because it stands in the layout: `useId` counts anew in each answer of the server, and
 * what comes with a later page would get the same id.
 */
const menuId = 'account-menu';

/**
 * Who is signed in, and the way out. The browser's own popover opens it, closes it on Escape or on
 * a click elsewhere, and needs no script.
 */
export function AccountMenu({ email, children }: AccountMenuProps) {
  return (
    <div className="print:hidden">
      <button
        type="button"
        popoverTarget={menuId}
        className="inline-flex min-h-11 items-center gap-1.5 rounded-full text-ink-muted hover:text-ink"
      >
        <span
          aria-hidden="true"
          className="grid size-9 place-items-center rounded-full bg-accent text-sm font-semibold text-accent-ink uppercase"
        >
          {email.slice(0, 1)}
        </span>
        <span className="sr-only">Account</span>
        <ChevronDown aria-hidden="true" className="size-4" />
      </button>
      <div
        id={menuId}
        popover="auto"
        className="inset-auto top-17 right-[max(1rem,calc((100vw-64rem)/2+1.5rem))] m-0 w-72 max-w-[calc(100vw-2rem)] rounded-lg bg-raised p-2 text-ink shadow-float"
      >
        <p className="px-3 pt-2 text-xs text-ink-muted">Signed in as</p>
        <p className="mb-2 px-3 pb-2 text-sm font-medium wrap-anywhere">{email}</p>
        <div className="border-t border-line pt-2">{children}</div>
      </div>
    </div>
  );
}
