import type { Metadata } from 'next';
import { BatchList } from '@/components/operator/batch-list';
import { debitsLead } from '@/components/operator/money-words';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { Pager } from '@/components/ui/pager';
import { Panel } from '@/components/ui/panel';
import { requireOperator } from '@/lib/auth/operator';
import { pageQuery } from '@/lib/lists/page-of';
import { listBatches } from '@/lib/operator/list-batches';

export const metadata: Metadata = { title: 'Daily debits' };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function DailyDebitsPage({ searchParams }: Props) {
  await requireOperator();
  const query = pageQuery.parse(await searchParams);
  const { items, page, pages } = await listBatches(query.page);
  return (
    <>
      <PageHeader
        title="Daily debits"
        lead={debitsLead}
        back={{ href: '/operator/money', label: 'Program’s money' }}
      />
      <div className="grid gap-6">
        {items.length === 0 ? (
          <EmptyState title="No daily debits yet">
            One appears here on the business day after a payment that the reserve has made.
          </EmptyState>
        ) : (
          <Panel>
            <BatchList batches={items} />
          </Panel>
        )}
        <Pager
          label="Daily debits"
          page={page}
          pages={pages}
          hrefOf={(number) => `/operator/money/debits?page=${number}`}
        />
      </div>
    </>
  );
}
