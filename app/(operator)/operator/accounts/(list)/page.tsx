import type { Metadata } from 'next';
import { HeldAccounts } from '@/components/operator/held-accounts';
import { EmptyState } from '@/components/ui/empty-state';
import { Notice } from '@/components/ui/notice';
import { PageHeader } from '@/components/ui/page-header';
import { Pager } from '@/components/ui/pager';
import { Panel } from '@/components/ui/panel';
import { balanceKeys } from '@/lib/accounts/balance-keys';
import { requireOperator } from '@/lib/auth/operator';
import { pageQuery } from '@/lib/lists/page-of';
import { listHeldAccounts } from '@/lib/operator/held-accounts';

export const metadata: Metadata = { title: 'Held accounts' };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function HeldAccountsPage({ searchParams }: Props) {
  await requireOperator();
  const query = pageQuery.parse(await searchParams);
  const { items, page, pages } = await listHeldAccounts(query.page);
  return (
    <>
      <PageHeader
        title="Held accounts"
        lead="Accounts that people added by their numbers. No bank tells Astra what is in them, so Astra asks us."
      />
      <div className="grid gap-6">
        {!balanceKeys() && (
          <Notice tone="caution" title="Astra cannot ask for balances yet.">
            Agree on a name and a password with Astra, and set BALANCE_USERNAME and
            BALANCE_PASSWORD.
          </Notice>
        )}
        {items.length === 0 ? (
          <EmptyState title="No held accounts">
            An account appears here when somebody adds it by its numbers.
          </EmptyState>
        ) : (
          <Panel>
            <HeldAccounts accounts={items} />
          </Panel>
        )}
        <Pager
          label="Held accounts"
          page={page}
          pages={pages}
          hrefOf={(number) => `/operator/accounts?page=${number}`}
        />
      </div>
    </>
  );
}
