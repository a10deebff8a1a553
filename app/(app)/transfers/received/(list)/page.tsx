import type { Metadata } from 'next';
import { StepFocus } from '@/components/onboarding/step-focus';
import { TransferList } from '@/components/transfer-list';
import { ActiveFilters } from '@/components/transfers/active-filters';
import { ActivityHeader } from '@/components/transfers/activity-header';
import { FilterForm } from '@/components/transfers/filter-form';
import { ButtonLink } from '@/components/ui/button-link';
import { EmptyState } from '@/components/ui/empty-state';
import { Pager } from '@/components/ui/pager';
import { Panel } from '@/components/ui/panel';
import { requireUser } from '@/lib/auth/current-user';
import { pageQuery } from '@/lib/lists/page-of';
import { filterQuery, transferFilter } from '@/lib/transfers/list/transfer-filter';
import { listReceivedPage } from '@/lib/transfers/received/list-received';

export const metadata: Metadata = { title: 'Received' };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function ReceivedPage({ searchParams }: Props) {
  const user = await requireUser();
  const given = await searchParams;
  const filter = transferFilter.parse(given);
  const query = filterQuery(filter);
  const list = await listReceivedPage(user.id, filter, pageQuery.parse(given).page);
  const { items, page, pages, total } = list;
  return (
    <div className="mx-auto max-w-2xl">
      <ActivityHeader shown="received" query={query} />
      {query === '' && total === 0 ? (
        <NothingYet />
      ) : (
        <div className="grid gap-6">
          <FilterForm list="received" filter={filter} />
          <ActiveFilters list="received" filter={filter} />
          <StepFocus step={`${query} ${page}`}>
            <Panel title={countWords(total)}>
              {total === 0 ? (
                <p className="text-ink-muted">Nothing fits. Take a filter away to see more.</p>
              ) : (
                <TransferList transfers={items} openPayments={[]} />
              )}
            </Panel>
          </StepFocus>
          <Pager
            label="Received"
            page={page}
            pages={pages}
            hrefOf={(number) => `/transfers/received${filterQuery(filter, number)}`}
          />
        </div>
      )}
    </div>
  );
}

function NothingYet() {
  return (
    <EmptyState
      title="Nothing received yet"
      action={
        <ButtonLink href="/settings/receiving" variant="secondary">
          Choose where you receive money
        </ButtonLink>
      }
    >
      What other people send you appears here, with where it is on its way.
    </EmptyState>
  );
}

function countWords(total: number): string {
  return total === 1 ? '1 payment' : `${total.toLocaleString('en-US')} payments`;
}
