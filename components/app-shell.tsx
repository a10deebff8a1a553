import Link from 'next/link';
import type { ReactNode } from 'react';
import { AccountMenu } from './account-menu';
import { SkipLink } from './skip-link';
import { ButtonLink } from './ui/button-link';
import { Logo } from './ui/logo';
import { SubmitButton } from './ui/submit-button';

type AppShellProps = {
  user: { email: string };
  nav: ReactNode;
  /** Pages besides the sections that this person may open; the account menu leads there. */
  elsewhere: readonly { href: string; label: string }[];
  /** Ends the session. */
  signOut: () => Promise<void>;
  children: ReactNode;
};

/** What surrounds every page of a signed-in person. */
export function AppShell({ user, nav, elsewhere, signOut, children }: AppShellProps) {
  return (
    <>
      <SkipLink />
      <header className="sticky top-0 z-20 border-b border-line bg-canvas print:static print:border-0">
        <div className="mx-auto flex h-16 max-w-5xl items-center gap-8 px-4 sm:px-6">
          <Link href="/home" className="inline-flex rounded-sm">
            <Logo />
          </Link>
          {nav}
          <div className="ml-auto">
            <AccountMenu email={user.email}>
              {elsewhere.map(({ href, label }) => (
                <ButtonLink key={href} href={href} variant="quiet">
                  {label}
                </ButtonLink>
              ))}
              <form action={signOut}>
                <SubmitButton variant="quiet">Sign out</SubmitButton>
              </form>
            </AccountMenu>
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
