import type { Metadata } from 'next';
import { ConnectNotice } from '@/components/connect-notice';
import { EmptyList } from '@/components/empty-list';
import { ListFreshness } from '@/components/list-freshness';
import { StepFocus } from '@/components/onboarding/step-focus';
import { RoutineFilters } from '@/components/routines/routine-filters';
import { RoutineList } from '@/components/routines/routine-list';
import { routinesLead } from '@/components/routines/routine-words';
import { ButtonLink } from '@/components/ui/button-link';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { Pager } from '@/components/ui/pager';
import { Panel } from '@/components/ui/panel';
import { requireUser } from '@/lib/auth/current-user';
import { visitList } from '@/lib/lists/list-reads';
import { pageQuery } from '@/lib/lists/page-of';
import { onboardingStep } from '@/lib/onboarding/onboarding-step';
import { listRoutinePage } from '@/lib/routines/list-routines';
import { routineFilter, routineQuery } from '@/lib/routines/routine-filter';

export const metadata: Metadata = { title: 'Routines' };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function RoutinesPage({ searchParams }: Props) {
  const user = await requireUser();
  const given = await searchParams;
  const filter = routineFilter.parse(given);
  const query = routineQuery(filter);
  const [step, list, read] = await Promise.all([
    onboardingStep(user.id),
    listRoutinePage(user.id, filter, pageQuery.parse(given).page),
    visitList(user.id, 'routines'),
  ]);
  const { items, page, pages, total, today } = list;
  const isEmpty = total === 0 && query === '';
  return (
    <div className="mx-auto max-w-2xl">
      <PageHeader title="Routines" lead={routinesLead} />
      <div className="grid gap-6">
        <ConnectNotice step={step} />
        {isEmpty && step === 'done' && (
          <EmptyList read={read} what="routines">
            <EmptyState
              title="No routines yet"
              action={<ButtonLink href="/send">Send money</ButtonLink>}
            >
              Send money every week or every month, and it appears here.
            </EmptyState>
          </EmptyList>
        )}
        {!isEmpty && (
          <>
            <RoutineFilters filter={filter} />
            <StepFocus step={`${query} ${page}`}>
              <Panel
                title={total === 1 ? '1 routine' : `${total.toLocaleString('en-US')} routines`}
              >
                {items.length === 0 ? (
                  <p className="text-ink-muted">Nothing fits. Show all to see more.</p>
                ) : (
                  <RoutineList routines={items} today={today} />
                )}
              </Panel>
            </StepFocus>
          </>
        )}
        <Pager
          label="Routines"
          page={page}
          pages={pages}
          hrefOf={(number) => `/routines${routineQuery(filter, number)}`}
        />
        <ListFreshness read={read} what="routines" step={step} />
      </div>
    </div>
  );
}
