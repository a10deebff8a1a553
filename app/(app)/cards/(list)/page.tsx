import { Plus } from 'lucide-react';
import type { Metadata } from 'next';
import { ConnectNotice } from '@/components/connect-notice';
import { PaymentCard } from '@/components/payment-card';
import { ButtonLink } from '@/components/ui/button-link';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { requireUser } from '@/lib/auth/current-user';
import { listCards } from '@/lib/cards/list-cards';
import { onboardingStep } from '@/lib/onboarding/onboarding-step';

export const metadata: Metadata = { title: 'Cards' };

export default async function CardsPage() {
  const user = await requireUser();
  const [step, cards] = await Promise.all([onboardingStep(user.id), listCards(user.id)]);
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
        {cards.length === 0 && step === 'done' && (
          <EmptyState
            title="No cards yet"
            action={<ButtonLink href="/cards/add">Add a debit card</ButtonLink>}
          >
            Add two, and you can move money between them.
          </EmptyState>
        )}
        <ul className="grid gap-5 sm:grid-cols-2 lg:grid-cols-3">
          {cards.map((card) => (
            <li key={card.id}>
              <PaymentCard
                brand={card.brand ?? ''}
                lastFour={card.lastFour ?? '····'}
                status={card.status}
                holder={card.holderName ?? undefined}
                expires={card.expirationDate ?? undefined}
                abilities={{ pull: card.pullEnabled, push: card.pushEnabled }}
              />
            </li>
          ))}
        </ul>
      </div>
    </>
  );
}
