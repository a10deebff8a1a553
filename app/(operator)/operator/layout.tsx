import type { ReactNode } from 'react';
import { AppShell } from '@/components/app-shell';
import { LiveRefresh } from '@/components/live-refresh';
import { OperatorNav } from '@/components/operator/operator-nav';
import { SessionMark } from '@/components/session-mark';
import { requireOperator } from '@/lib/auth/operator';
import { currentSessionMark } from '@/lib/auth/session-mark';
import { signOut } from '@/lib/auth/sign-out';

/** What surrounds the operator's pages. Each page below checks for itself who asks, as well. */
export default async function OperatorLayout({ children }: { children: ReactNode }) {
  const user = await requireOperator();
  return (
    <SessionMark mark={await currentSessionMark()}>
      <AppShell
        user={user}
        nav={<OperatorNav />}
        elsewhere={[{ href: '/home', label: 'Your own pages' }]}
        signOut={signOut}
      >
        {children}
        <LiveRefresh ofEverybody />
      </AppShell>
    </SessionMark>
  );
}
