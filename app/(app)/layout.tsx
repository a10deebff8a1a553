import type { ReactNode } from 'react';
import { AppShell } from '@/components/app-shell';
import { LiveRefresh } from '@/components/live-refresh';
import { SubmitButton } from '@/components/ui/submit-button';
import { requireUser } from '@/lib/auth/current-user';
import { signOut } from '@/lib/auth/sign-out';

/**
 * What surrounds the signed-in pages. Each page below checks the session by itself as well: a
 * layout is not run again when people move between pages.
 */
export default async function SignedInLayout({ children }: { children: ReactNode }) {
  const user = await requireUser();
  return (
    <AppShell
      user={user}
      signOut={
        <form action={signOut}>
          <SubmitButton variant="quiet">Sign out</SubmitButton>
        </form>
      }
    >
      {children}
      <LiveRefresh />
    </AppShell>
  );
}
