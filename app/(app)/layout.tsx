import type { ReactNode } from 'react';
import { AppShell } from '@/components/app-shell';
import { LiveRefresh } from '@/components/live-refresh';
import { Nav } from '@/components/nav';
import { SessionMark } from '@/components/session-mark';
import { requireUser } from '@/lib/auth/current-user';
import { isOperator } from '@/lib/auth/operator';
import { currentSessionMark } from '@/lib/auth/session-mark';
import { signOut } from '@/lib/auth/sign-out';

/**
 * What surrounds the signed-in pages. Each page below checks the session by itself as well: a
 * layout is not run again when people move between pages.
 */
export default async function SignedInLayout({ children }: { children: ReactNode }) {
  const user = await requireUser();
  return (
    <SessionMark mark={await currentSessionMark()}>
      <AppShell
        user={user}
        nav={<Nav />}
        elsewhere={[
          { href: '/settings/receiving', label: 'Receiving money' },
          ...(isOperator(user) ? [{ href: '/operator', label: 'Operator’s pages' }] : []),
        ]}
        signOut={signOut}
      >
        {children}
        <LiveRefresh />
      </AppShell>
    </SessionMark>
  );
}
