import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { ConfirmForm } from '@/components/send/confirm-form';
import { ReviewPanel } from '@/components/send/review-panel';
import { PageHeader } from '@/components/ui/page-header';
import { requireOperator } from '@/lib/auth/operator';
import { readFormKey, type SearchParams } from '@/lib/forms/read-form-key';
import { amountInWords } from '@/lib/money';
import { findProgram } from '@/lib/operator/money/find-program';
import { loadMoneyReview } from '@/lib/operator/money/review-money';
import { findPaymentOfForm } from '@/lib/payments/find-payment';
import { confirmMoneyForm, reviewMoneyAgain } from '../actions';

export const metadata: Metadata = { title: 'Review' };

/** Exactly what will happen, before it does. Once it has, this address leads to the payment. */
export default async function ReviewMoneyPage({ searchParams }: { searchParams: SearchParams }) {
  const operator = await requireOperator();
  const form = await readFormKey(searchParams);
  if (!form) redirect('/operator/money');
  const { userId } = await findProgram();
  const sent = userId && (await findPaymentOfForm(userId, form));
  if (sent) redirect(`/operator/money/${sent.id}`);
  const review = await loadMoneyReview(operator.id, form);
  if (!review) redirect('/operator/money');
  const { order } = review;
  const changeHref = `/operator/money/${order.recipientId ? 'pay-out' : 'move'}?form=${form}`;
  return (
    <div className="mx-auto max-w-xl">
      <PageHeader
        title="Review"
        lead="Nothing is sent before you press Send money. This is the program’s money: read it once more."
        back={{ href: changeHref, label: 'Change something' }}
      />
      <div className="grid gap-6">
        <ReviewPanel
          review={review}
          isOfProgram
          first={
            order.amountCents === null
              ? []
              : [{ label: 'In words', value: amountInWords(order.amountCents) }]
          }
        />
        <ConfirmForm
          key={review.version}
          confirm={confirmMoneyForm}
          again={reviewMoneyAgain}
          formKey={form}
          changeHref={changeHref}
          version={review.version}
          obstacle={review.fault}
          isOld={review.isOld}
        />
      </div>
    </div>
  );
}
