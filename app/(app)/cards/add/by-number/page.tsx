import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { CardEntryForm } from '@/components/direct-entry/card-entry-form';
import { OwnDocument } from '@/components/direct-entry/own-document';
import { PageHeader } from '@/components/ui/page-header';
import { cardOperations } from '@/lib/astra/contract/cards';
import { requireUser } from '@/lib/auth/current-user';
import { listCards } from '@/lib/cards/list-cards';
import { offersCardEntry } from '@/lib/direct-entry/offers';
import { directEntryPages } from '@/lib/direct-entry/pages';
import { env } from '@/lib/env';
import { onboardingStep } from '@/lib/onboarding/onboarding-step';
import { finishCard, lendForCard, lookUpCard } from './actions';

export const metadata: Metadata = { title: 'Add a card by its number' };

export default async function AddCardByNumberPage() {
  const user = await requireUser();
  if (!offersCardEntry()) notFound();
  if ((await onboardingStep(user.id)) !== 'done') redirect('/onboarding');
  const cards = await listCards(user.id);
  return (
    <div className="mx-auto max-w-2xl">
      <PageHeader
        title="Add a card by its number"
        lead="The number goes from your browser straight to Astra. We never see it."
        back={{ href: '/cards/add', label: 'Add a card' }}
      />
      <OwnDocument path={directEntryPages.card}>
        <CardEntryForm
          url={`${env().astraHosts.secureUrl}${cardOperations.create.path}`}
          lend={lendForCard}
          finish={finishCard}
          lookUp={lookUpCard}
          known={cards.map(({ brand, lastFour, expirationDate }) => ({
            brand,
            lastFour,
            expirationDate,
          }))}
        />
      </OwnDocument>
    </div>
  );
}
