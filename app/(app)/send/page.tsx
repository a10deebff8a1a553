import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import { ConnectNotice } from '@/components/connect-notice';
import { LimitsNotice } from '@/components/limits-notice';
import { hasEnds } from '@/components/send/ends';
import { SendForm } from '@/components/send/send-form';
import { SentPayment } from '@/components/send/sent-payment';
import { ButtonLink } from '@/components/ui/button-link';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { requireUser } from '@/lib/auth/current-user';
import { type CardChoice, listCardChoices } from '@/lib/cards/list-card-choices';
import { readLimits } from '@/lib/limits/read-limits';
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
  const [step, cards, sent, limits] = await Promise.all([
    onboardingStep(user.id),
    listCardChoices(user.id),
    findPaymentOfForm(user.id, form),
    readLimits(user.id),
  ]);
  if (sent) {
    return (
      <div className="mx-auto max-w-xl">
        <PageHeader title="Send money" />
        <SentPayment payment={sent} />
      </div>
    );
  }
  const canSend = step === 'done' && limits.cardPayments?.left !== 0;
  return (
    <div className="mx-auto max-w-xl">
      <PageHeader title="Send money" lead="From one of your debit cards to another, in seconds." />
      <div className="grid gap-6">
        <ConnectNotice step={step} />
        {step === 'done' && <LimitsNotice limits={limits} isBeforeSending />}
        {canSend && !hasEnds(cards) && <MissingCards cards={cards} />}
        {canSend && hasEnds(cards) && (
          // A new key is a new, empty form: what was typed for one payment can't slip into the next.
          <SendForm key={form} action={submitPaymentForm} idempotencyKey={form} cards={cards} />
        )}
      </div>
    </div>
  );
}

function MissingCards({ cards }: { cards: readonly CardChoice[] }) {
  const titles = ['Add two cards to begin', 'Add another card to begin'];
  return (
    <EmptyState
      title={titles[cards.length] ?? 'Add another card to send money'}
      action={<ButtonLink href="/cards/add">Add a debit card</ButtonLink>}
    >
      {cards.length < 2
        ? 'Money goes from one of your cards to another one.'
        : 'Money cannot go between the cards that you have: it takes one that can send and another one that can receive.'}
    </EmptyState>
  );
}
