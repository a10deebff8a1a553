import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import { ConnectNotice } from '@/components/connect-notice';
import { SendForm } from '@/components/send/send-form';
import { SentPayment } from '@/components/send/sent-payment';
import { ButtonLink } from '@/components/ui/button-link';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { requireUser } from '@/lib/auth/current-user';
import { canPull, canPush, listCards } from '@/lib/cards/list-cards';
import { onboardingStep } from '@/lib/onboarding/onboarding-step';
import { findPaymentOfForm } from '@/lib/payments/find-payment';
import { submitPaymentForm } from './actions';

export const metadata: Metadata = { title: 'Send money' };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

const sendQuery = z.object({ form: z.uuid().toLowerCase().optional().catch(undefined) });

/**
 * Each form has a key, which names the one payment that it can make. It stands in the address, so
 * that Back, a reload or a restored tab lead to the same form and never to a fresh one: if it has
 * made its payment, that is what they show.
 */
export default async function SendPage({ searchParams }: Props) {
  const user = await requireUser();
  const { form } = sendQuery.parse(await searchParams);
  if (!form) redirect(`/send?form=${crypto.randomUUID()}`);
  const [step, cards, sent] = await Promise.all([
    onboardingStep(user.id),
    listCards(user.id),
    findPaymentOfForm(user.id, form),
  ]);
  if (sent) {
    return (
      <div className="mx-auto max-w-xl">
        <PageHeader title="Send money" />
        <SentPayment payment={sent} />
      </div>
    );
  }
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
        // A new key is a new, empty form: what was typed for one payment can't slip into the next.
        <SendForm key={form} action={submitPaymentForm} idempotencyKey={form} cards={choices} />
      )}
    </div>
  );
}
