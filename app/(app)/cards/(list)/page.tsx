import { Plus } from 'lucide-react';
import type { Metadata } from 'next';
import { CardGrid } from '@/components/cards/card-grid';
import { ConnectNotice } from '@/components/connect-notice';
import { EmptyList } from '@/components/empty-list';
import { ListFreshness } from '@/components/list-freshness';
import { ButtonLink } from '@/components/ui/button-link';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { Pager } from '@/components/ui/pager';
import { requireUser } from '@/lib/auth/current-user';
import { readCardPage } from '@/lib/cards/read-card-page';
import { visitList } from '@/lib/lists/list-reads';
import { pageQuery } from '@/lib/lists/page-of';
import { onboardingStep } from '@/lib/onboarding/onboarding-step';

export const metadata: Metadata = { title: 'Cards' };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function CardsPage({ searchParams }: Props) {
  const user = await requireUser();
  const [step, cards, read] = await Promise.all([
    onboardingStep(user.id),
    readCardPage(user.id, pageQuery.parse(await searchParams)),
    visitList(user.id, 'cards'),
  ]);
  return (
    <>
      <PageHeader
        title="Cards"
        lead="The debit cards that you can send from and to."
        actions={
          step === 'done' && (
            <ButtonLink href="/cards/add">
              <Plus aria-hidden="true" className="size-4" /> Add a card
            </ButtonLink>
          )
        }
      />
      <div className="grid gap-6">
        <ConnectNotice step={step} />
        {cards.total === 0 && step === 'done' && (
          <EmptyList read={read} what="cards">
            <EmptyState
              title="No cards yet"
              action={<ButtonLink href="/cards/add">Add a debit card</ButtonLink>}
            >
              Add two, and you can move money between them.
            </EmptyState>
          </EmptyList>
        )}
        <CardGrid cards={cards.items} />
        <Pager
          label="Cards"
          page={cards.page}
          pages={cards.pages}
          hrefOf={(page) => `/cards?page=${page}`}
        />
        <ListFreshness read={read} what="cards" step={step} />
      </div>
    </>
  );
}
