import Link from 'next/link';
import type { ReactNode } from 'react';
import { AccountMenu } from './account-menu';
import { Nav } from './nav';
import { SkipLink } from './skip-link';
import { Logo } from './ui/logo';

type AppShellProps = {
  user: { email: string };
  /** The form that signs out; it stands in the account menu. */
  signOut: ReactNode;
  children: ReactNode;
};

/** What surrounds every page of a signed-in person. */
export function AppShell({ user, signOut, children }: AppShellProps) {
  return (
    <>
      <SkipLink />
      <header className="sticky top-0 z-20 border-b border-line bg-canvas print:static print:border-0">
        <div className="mx-auto flex h-16 max-w-5xl items-center gap-8 px-4 sm:px-6">
          <Link href="/home" className="inline-flex rounded-sm">
            <Logo />
          </Link>
          <Nav />
          <div className="ml-auto">
            <AccountMenu email={user.email}>{signOut}</AccountMenu>
          </div>
        </div>
      </header>
      <main
        id="main"
        tabIndex={-1}
        className="mx-auto max-w-5xl px-4 pt-6 pb-[calc(6rem+env(safe-area-inset-bottom))] outline-none sm:px-6 sm:pt-10 sm:pb-20"
      >
        {children}
      </main>
    </>
  );
}
