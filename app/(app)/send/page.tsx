import type { Metadata } from 'next';
import { ConnectNotice } from '@/components/connect-notice';
import { SendForm } from '@/components/send/send-form';
import { ButtonLink } from '@/components/ui/button-link';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { requireUser } from '@/lib/auth/current-user';
import { canPull, canPush, listCards } from '@/lib/cards/list-cards';
import { onboardingStep } from '@/lib/onboarding/onboarding-step';
import { submitPaymentForm } from './actions';

export const metadata: Metadata = { title: 'Send money' };

export default async function SendPage() {
  const user = await requireUser();
  const [step, cards] = await Promise.all([onboardingStep(user.id), listCards(user.id)]);
  const choices = cards.map((card) => ({
    id: card.id,
    brand: card.brand ?? '',
    lastFour: card.lastFour ?? '····',
    isApproved: card.status === 'approved',
    canPull: canPull(card),
    canPush: canPush(card),
  }));
  return (
    <div className="mx-auto max-w-xl">
      <PageHeader title="Send money" lead="From one of your debit cards to another, in seconds." />
      {step !== 'done' && <ConnectNotice step={step} />}
      {step === 'done' && choices.length < 2 && (
        <EmptyState
          title={choices.length === 0 ? 'Add two cards to begin' : 'Add another card to begin'}
          action={<ButtonLink href="/cards/add">Add a debit card</ButtonLink>}
        >
          Money goes from one of your cards to another one.
        </EmptyState>
      )}
      {step === 'done' && choices.length >= 2 && (
        <SendForm action={submitPaymentForm} idempotencyKey={crypto.randomUUID()} cards={choices} />
      )}
    </div>
  );
}
