import type { Metadata } from 'next';
import { ImpossibleChanges } from '@/components/operator/impossible-changes';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { Pager } from '@/components/ui/pager';
import { Panel } from '@/components/ui/panel';
import { requireOperator } from '@/lib/auth/operator';
import { pageQuery } from '@/lib/lists/page-of';
import { listImpossibleChanges } from '@/lib/operator/list-impossible-changes';

export const metadata: Metadata = { title: 'Impossible changes' };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function ImpossibleChangesPage({ searchParams }: Props) {
  await requireOperator();
  const query = pageQuery.parse(await searchParams);
  const { items, page, pages } = await listImpossibleChanges(query.page);
  return (
    <>
      <PageHeader
        title="Impossible changes"
        lead="What Astra showed although it cannot follow on what was known. Nothing was changed here because of it, except that a routine that was gone is back: ask Astra what happened."
      />
      <div className="grid gap-6">
        {items.length === 0 ? (
          <EmptyState title="No impossible changes">
            One appears here when Astra shows a payment going a way that payments do not go.
          </EmptyState>
        ) : (
          <Panel>
            <ImpossibleChanges changes={items} />
          </Panel>
        )}
        <Pager
          label="Impossible changes"
          page={page}
          pages={pages}
          hrefOf={(number) => `/operator/impossible-changes?page=${number}`}
        />
      </div>
    </>
  );
}
