import type { Metadata } from 'next';
import { CardsInReview } from '@/components/operator/cards-in-review';
import { SilenceNotice } from '@/components/operator/silence-notice';
import { ButtonLink } from '@/components/ui/button-link';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { Pager } from '@/components/ui/pager';
import { Panel } from '@/components/ui/panel';
import { requireOperator } from '@/lib/auth/operator';
import { pageQuery } from '@/lib/lists/page-of';
import { listCardsInReview } from '@/lib/operator/list-cards-in-review';
import { findSilence } from '@/lib/operator/webhooks/find-silence';
import { readWebhookHealth } from '@/lib/operator/webhooks/webhook-health';
import { dashboardUrl } from '@/lib/partner/dashboard-url';

export const metadata: Metadata = { title: 'Cards in review' };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function CardsInReviewPage({ searchParams }: Props) {
  await requireOperator();
  const query = pageQuery.parse(await searchParams);
  const [{ items, page, pages }, health] = await Promise.all([
    listCardsInReview(query.page),
    readWebhookHealth(),
  ]);
  return (
    <>
      <PageHeader
        title="Cards in review"
        lead="Cards that Astra has flagged or rejected. You decide in Astra’s dashboard, and this list follows."
        actions={
          <ButtonLink href={dashboardUrl()} variant="secondary">
            Open Astra’s dashboard
          </ButtonLink>
        }
      />
      <div className="grid gap-6">
        <SilenceNotice
          reason={findSilence(health)}
          action={
            <ButtonLink href="/operator/webhooks" variant="secondary">
              See the webhooks
            </ButtonLink>
          }
        />
        {items.length === 0 ? (
          <EmptyState title="No cards in review">
            A card appears here when Astra flags or rejects it.
          </EmptyState>
        ) : (
          <Panel>
            <CardsInReview cards={items} />
          </Panel>
        )}
        <Pager
          label="Cards in review"
          page={page}
          pages={pages}
          hrefOf={(number) => `/operator/cards?page=${number}`}
        />
      </div>
    </>
  );
}
