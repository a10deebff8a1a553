import { Plus } from 'lucide-react';
import type { Metadata } from 'next';
import { AccountPanel } from '@/components/accounts/account-panel';
import { ConnectNotice } from '@/components/connect-notice';
import { EmptyList } from '@/components/empty-list';
import { ListFreshness } from '@/components/list-freshness';
import { ButtonLink } from '@/components/ui/button-link';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { Pager } from '@/components/ui/pager';
import { listAccounts } from '@/lib/accounts/list-accounts';
import { requireUser } from '@/lib/auth/current-user';
import { databaseTime } from '@/lib/db/database-time';
import { visitList } from '@/lib/lists/list-reads';
import { pageQuery } from '@/lib/lists/page-of';
import { onboardingStep } from '@/lib/onboarding/onboarding-step';

export const metadata: Metadata = { title: 'Bank accounts' };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function AccountsPage({ searchParams }: Props) {
  const user = await requireUser();
  const query = pageQuery.parse(await searchParams);
  const [step, accounts, read, now] = await Promise.all([
    onboardingStep(user.id),
    listAccounts(user.id, query.page),
    visitList(user.id, 'accounts'),
    databaseTime(),
  ]);
  const { items, page, pages, total } = accounts;
  const isReady = step === 'done';
  return (
    <>
      <PageHeader
        title="Bank accounts"
        lead="Accounts that you have linked. You can send money from them, and to them."
        actions={
          isReady && (
            <ButtonLink href="/accounts/add">
              <Plus aria-hidden="true" className="size-4" /> Link a bank account
            </ButtonLink>
          )
        }
      />
      <div className="grid gap-6">
        <ConnectNotice step={step} />
        <ListFreshness read={read} what="bank accounts" step={step} />
        {isReady && total === 0 && (
          <EmptyList read={read} what="bank accounts">
            <EmptyState
              title="No bank accounts yet"
              action={<ButtonLink href="/accounts/add">Link a bank account</ButtonLink>}
            >
              You sign in to your bank on Astra’s page. We never see your password or account
              number.
            </EmptyState>
          </EmptyList>
        )}
        {total > 0 && (
          <ul className="grid gap-5 sm:grid-cols-2">
            {items.map((account) => (
              <li key={account.id}>
                <AccountPanel account={account} now={now} />
              </li>
            ))}
          </ul>
        )}
        <Pager
          label="Bank accounts"
          page={page}
          pages={pages}
          hrefOf={(other) => `/accounts?page=${other}`}
        />
      </div>
    </>
  );
}
