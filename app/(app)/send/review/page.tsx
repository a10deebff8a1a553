import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { ConfirmForm } from '@/components/send/confirm-form';
import { ReviewPanel } from '@/components/send/review-panel';
import { SentPayment } from '@/components/send/sent-payment';
import { ShortNotice } from '@/components/send/short-notice';
import { PageHeader } from '@/components/ui/page-header';
import { requireUser } from '@/lib/auth/current-user';
import { readFormKey, type SearchParams } from '@/lib/forms/read-form-key';
import { loadReview } from '@/lib/payments/compose/load-review';
import { findPaymentOfForm } from '@/lib/payments/find-payment';
import { confirmPaymentForm, reviewAgain } from '../actions';

export const metadata: Metadata = { title: 'Review' };

type Props = { searchParams: SearchParams };

/** Exactly what will happen, before it does. Once it has, this address shows the payment. */
export default async function ReviewPage({ searchParams }: Props) {
  const user = await requireUser();
  const form = await readFormKey(searchParams);
  if (!form) redirect('/send');
  const sent = await findPaymentOfForm(user.id, form);
  if (sent) {
    return (
      <div className="mx-auto max-w-xl">
        <PageHeader title="Send money" />
        <SentPayment payment={sent} />
      </div>
    );
  }
  const review = await loadReview(user.id, form);
  if (!review) redirect(`/send?form=${form}`);
  return (
    <div className="mx-auto max-w-xl">
      <PageHeader
        title="Review"
        lead="Nothing is sent before you press Send money."
        back={{ href: `/send?form=${form}`, label: 'Change something' }}
      />
      <div className="grid gap-6">
        <ReviewPanel review={review} />
        {review.short && !review.fault && <ShortNotice short={review.short} />}
        <ConfirmForm
          key={review.version}
          confirm={confirmPaymentForm}
          again={reviewAgain}
          formKey={form}
          changeHref={`/send?form=${form}`}
          version={review.version}
          obstacle={review.fault}
          isOld={review.isOld}
        />
      </div>
    </div>
  );
}
