import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { ConnectNotice } from '@/components/connect-notice';
import { LimitsNotice } from '@/components/limits-notice';
import { NothingToSendFrom, ReceiveOnlyNotice } from '@/components/send/cannot-send';
import { canSendFrom } from '@/components/send/ends';
import { SendForm } from '@/components/send/send-form';
import { SentPayment } from '@/components/send/sent-payment';
import { PageHeader } from '@/components/ui/page-header';
import { requireUser } from '@/lib/auth/current-user';
import { readFormKey, type SearchParams } from '@/lib/forms/read-form-key';
import { visitList } from '@/lib/lists/list-reads';
import { onboardingStep } from '@/lib/onboarding/onboarding-step';
import { loadSendPage } from '@/lib/payments/compose/load-send-page';
import { findPaymentOfForm } from '@/lib/payments/find-payment';
import { reviewPaymentForm } from './actions';

export const metadata: Metadata = { title: 'Send money' };

type Props = { searchParams: SearchParams };

/**
 * Each form has a key, which names the one payment that it can make. It stands in the address, so
 * that Back, a reload or a restored tab lead to the same form and never to a fresh one: if it has
 * made its payment, that is what they show.
 */
export default async function SendPage({ searchParams }: Props) {
  const user = await requireUser();
  const form = await readFormKey(searchParams);
  if (!form) redirect(`/send?form=${crypto.randomUUID()}`);
  const [step, sent, page] = await Promise.all([
    onboardingStep(user.id),
    findPaymentOfForm(user.id, form),
    loadSendPage(user.id, form),
    // Whoever chooses what to pay with goes by the balances.
    visitList(user.id, 'accounts'),
  ]);
  if (sent) {
    return (
      <div className="mx-auto max-w-xl">
        <PageHeader title="Send money" />
        <SentPayment payment={sent} />
      </div>
    );
  }
  const { choices, limits, isReceiveOnly, settings, typed } = page;
  const maySend = step === 'done' && !isReceiveOnly;
  const canSend = canSendFrom(choices);
  const isUsedUp = limits.cardPayments?.left === 0;
  return (
    <div className="mx-auto max-w-xl">
      <PageHeader title="Send money" lead="To a card or account of yours, or to somebody else." />
      <div className="grid gap-6">
        <ConnectNotice step={step} />
        {step === 'done' && isReceiveOnly && <ReceiveOnlyNotice />}
        {maySend && <LimitsNotice limits={limits} isBeforeSending />}
        {maySend && !canSend && !isUsedUp && <NothingToSendFrom choices={choices} />}
        {maySend && canSend && (
          // A new key is a new, empty form: what was typed for one payment can't slip into the next.
          <SendForm
            key={form}
            action={reviewPaymentForm}
            formKey={form}
            choices={choices}
            settings={settings}
            typed={typed}
          />
        )}
      </div>
    </div>
  );
}
