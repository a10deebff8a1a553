import type { Metadata } from 'next';
import { Suspense } from 'react';
import { CardAssessment, CardAssessmentLoading } from '@/components/cards/card-assessment';
import { CardFacts } from '@/components/cards/card-facts';
import { CardStanding } from '@/components/cards/card-standing';
import { shownStatus } from '@/components/cards/card-status';
import { ReviewFindings } from '@/components/cards/review-findings';
import { HostedStep } from '@/components/hosted-step';
import { StepFocus } from '@/components/onboarding/step-focus';
import { cardName } from '@/components/payment-card';
import { ButtonLink } from '@/components/ui/button-link';
import { PageHeader } from '@/components/ui/page-header';
import { Panel } from '@/components/ui/panel';
import { assessCard } from '@/lib/cards/assess-card';
import type { Card } from '@/lib/db/generated/client';
import { env } from '@/lib/env';
import { openVerifyCard } from './actions';
import { loadCard } from './load-card';

type Props = { params: Promise<{ id: string }> };

/** Looks as well, so that an unknown address has the title of what is shown there. */
export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { card } = await loadCard((await params).id);
  return { title: cardName(card) };
}

export default async function CardPage({ params }: Props) {
  const { card } = await loadCard((await params).id);
  return (
    <div className="mx-auto max-w-2xl">
      <PageHeader title={cardName(card)} back={{ href: '/cards', label: 'Cards' }} />
      <div className="grid gap-6">
        <StepFocus step={shownStatus(card)}>
          <CardStanding card={card} />
        </StepFocus>
        {card.status === 'flagged' && <VerifyCard cardId={card.id} />}
        <CardFacts card={card} />
        <Panel title="What Astra’s review found">
          <ReviewFindings codes={card.reviewReasons} />
        </Panel>
        {env().SMART_CARD_AUTHORIZATION === 'on' && card.status !== 'removed' && (
          <Panel title="How Astra weighs it now">
            {/* A card that changed is asked about anew, and its news is not held up by that. */}
            <Suspense key={card.updatedAt.getTime()} fallback={<CardAssessmentLoading />}>
              <Assessment card={card} />
            </Suspense>
          </Panel>
        )}
        {card.status !== 'removed' && (
          <ButtonLink
            href={`/cards/${card.id}/remove`}
            variant="secondary"
            className="justify-self-start"
          >
            Remove this card
          </ButtonLink>
        )}
      </div>
    </div>
  );
}

async function Assessment({ card }: { card: Card }) {
  return <CardAssessment assessment={await assessCard(card)} />;
}

function VerifyCard({ cardId }: { cardId: string }) {
  return (
    <Panel title="Verify that this card is yours">
      <HostedStep
        purpose="verify_card"
        action={openVerifyCard}
        frameTitle="Astra: verify a card"
        returnOrigin={new URL(env().NEXTAUTH_URL).origin}
        button={[{ label: 'Verify at Astra', name: 'cardId', value: cardId }]}
      >
        <p>
          Astra confirms your phone with a text message, then asks for something that only the
          card’s owner knows.
        </p>
      </HostedStep>
    </Panel>
  );
}
