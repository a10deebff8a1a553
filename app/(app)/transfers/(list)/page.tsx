import type { Metadata } from 'next';
import { MoreAwaited } from '@/components/more-awaited';
import { StepFocus } from '@/components/onboarding/step-focus';
import { TransferList } from '@/components/transfer-list';
import { ActiveFilters } from '@/components/transfers/active-filters';
import { ActivityHeader } from '@/components/transfers/activity-header';
import { FilterForm } from '@/components/transfers/filter-form';
import { MoneyChart } from '@/components/transfers/money-chart';
import { ButtonLink } from '@/components/ui/button-link';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { Pager } from '@/components/ui/pager';
import { Panel } from '@/components/ui/panel';
import { requireUser } from '@/lib/auth/current-user';
import { pageQuery } from '@/lib/lists/page-of';
import { countMoreAwaited } from '@/lib/payments/count-more-awaited';
import { listOpenPayments } from '@/lib/payments/list-open-payments';
import { listSources } from '@/lib/transfers/list/list-sources';
import { listTransferPage } from '@/lib/transfers/list/list-transfers';
import { sumMonths } from '@/lib/transfers/list/sum-months';
import { filterQuery, transferFilter } from '@/lib/transfers/list/transfer-filter';
import { listReceived } from '@/lib/transfers/received/list-received';

export const metadata: Metadata = { title: 'Activity' };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function TransfersPage({ searchParams }: Props) {
  const user = await requireUser();
  const given = await searchParams;
  const filter = transferFilter.parse(given);
  const query = filterQuery(filter);
  const asked = pageQuery.parse(given).page;
  const isFirst = query === '' && asked === 1;
  const [list, open, more, received, sources, sums] = await Promise.all([
    listTransferPage(user.id, filter, asked),
    listOpenPayments(user.id),
    isFirst ? countMoreAwaited(user.id) : 0,
    listReceived(user.id, 1),
    listSources(user.id),
    // Drawn on the first page alone, and whoever pages or narrows the list wants it at once.
    isFirst ? sumMonths(user.id) : [],
  ]);
  const { items, page, pages, total } = list;
  // What has no transfer yet stands above everything else, but fits no filter.
  const withoutTransfer = isFirst ? open : [];
  const hasMoved = sums.some((sum) => sum.inCents + sum.outCents + sum.ownCents > 0n);
  const isEmpty = total + open.length + received.length === 0 && !hasMoved;
  if (query === '' && isEmpty) return <NothingYet />;
  return (
    <div className="mx-auto max-w-2xl">
      <ActivityHeader shown="sent" query={query} />
      <div className="grid gap-6">
        {isFirst && hasMoved && (
          <Panel title="Money by month">
            <MoneyChart sums={sums} />
          </Panel>
        )}
        <FilterForm list="sent" filter={filter} sources={sources} />
        <ActiveFilters list="sent" filter={filter} sources={sources} />
        <StepFocus step={`${query} ${page}`}>
          <Panel
            title={titleOf(total, query !== '')}
            description={total > 0 && withoutTransferWords(withoutTransfer.length)}
          >
            {items.length + withoutTransfer.length === 0 ? (
              <p className="text-ink-muted">
                {query === ''
                  ? 'You have sent nothing yet.'
                  : 'Nothing fits. Take a filter away to see more.'}
              </p>
            ) : (
              <>
                <TransferList transfers={items} openPayments={withoutTransfer} />
                <MoreAwaited count={more} />
              </>
            )}
          </Panel>
        </StepFocus>
        <Pager
          label="Sent"
          page={page}
          pages={pages}
          hrefOf={(number) => `/transfers${filterQuery(filter, number)}`}
        />
      </div>
    </div>
  );
}

function NothingYet() {
  return (
    <div className="mx-auto max-w-2xl">
      <PageHeader title="Activity" />
      <EmptyState
        title="Nothing sent yet"
        action={<ButtonLink href="/send">Send money</ButtonLink>}
      >
        Every payment appears here, with where it is on its way.
      </EmptyState>
    </div>
  );
}

/** The title counts transfers, and others stand above them in the same list. */
function withoutTransferWords(count: number): string | null {
  if (count === 0) return null;
  return count === 1
    ? 'And 1 payment that has no transfer yet.'
    : `And ${count} payments that have no transfer yet.`;
}

function titleOf(total: number, isFiltered: boolean): string {
  if (total === 0) return isFiltered ? 'Nothing found' : 'What you have sent';
  return total === 1 ? '1 transfer' : `${total.toLocaleString('en-US')} transfers`;
}
