import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { Suspense } from 'react';
import { IssuedCardList } from '@/components/issued-cards/issued-card-list';
import { IssuedCardsLoading } from '@/components/issued-cards/issued-cards-loading';
import { ButtonLink } from '@/components/ui/button-link';
import { EmptyState } from '@/components/ui/empty-state';
import { Notice } from '@/components/ui/notice';
import { PageHeader } from '@/components/ui/page-header';
import { Pager } from '@/components/ui/pager';
import { requireUser } from '@/lib/auth/current-user';
import { brand } from '@/lib/brand';
import type { CardIssuer } from '@/lib/issuing/card-issuer';
import { currentIssuer } from '@/lib/issuing/current-issuer';
import { listIssuedCards } from '@/lib/issuing/list-issued-cards';
import { pageQuery, readPage } from '@/lib/lists/page-of';
import { log } from '@/lib/log/logger';
import { onboardingStep } from '@/lib/onboarding/onboarding-step';
import { submitIssuedCard } from './actions';

export const metadata: Metadata = { title: `Add a ${brand.name} card` };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function AddIssuedCardPage({ searchParams }: Props) {
  const user = await requireUser();
  const issuer = currentIssuer();
  if (!issuer) notFound();
  if ((await onboardingStep(user.id)) !== 'done') redirect('/onboarding');
  const { page } = pageQuery.parse(await searchParams);
  return (
    <div className="mx-auto max-w-2xl">
      <PageHeader
        title={`Add a ${brand.name} card`}
        lead="These are the cards that we issued to you. Add one to Astra to send and receive with it; there is no number to type."
        back={{ href: '/cards/add', label: 'Add a card' }}
      />
      {/* The issuer may take seconds; until then the page shows what it knows. */}
      <Suspense key={page} fallback={<IssuedCardsLoading />}>
        <IssuedCards issuer={issuer} userId={user.id} page={page} />
      </Suspense>
    </div>
  );
}

type ListProps = { issuer: CardIssuer; userId: string; page: number };

async function IssuedCards({ issuer, userId, page }: ListProps) {
  const listed = await listIssuedCards(issuer, userId).catch((error: unknown) => {
    log().error({ err: error, userId }, 'the issuer did not list its cards');
    return 'unknown' as const;
  });
  if (listed === 'unknown') {
    return (
      <Notice tone="caution" title="Your cards could not be looked up just now.">
        Nothing was changed. Please reload this page in a minute.
      </Notice>
    );
  }
  if (!listed || listed.cards.length === 0) {
    return (
      <EmptyState
        title={`You have no ${brand.name} card`}
        action={<ButtonLink href="/cards/add">Add another card</ButtonLink>}
      >
        Debit cards of other banks can be added with Astra.
      </EmptyState>
    );
  }
  const { items, ...place } = await readPage(
    { page, size: 20 },
    async () => listed.cards.length,
    async ({ skip, take }) => listed.cards.slice(skip, skip + take),
  );
  return (
    <div className="grid gap-6">
      <IssuedCardList cards={items} action={submitIssuedCard} />
      <Pager label="Issued cards" {...place} hrefOf={(n) => `/cards/add/issued?page=${n}`} />
    </div>
  );
}
