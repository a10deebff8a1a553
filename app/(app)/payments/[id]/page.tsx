import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { PaymentProgress } from '@/components/send/payment-progress';
import { PageHeader } from '@/components/ui/page-header';
import { requireUser } from '@/lib/auth/current-user';
import { findPayment } from '@/lib/payments/find-payment';

export const metadata: Metadata = { title: 'Payment' };

type Props = { params: Promise<{ id: string }> };

/** A payment until its transfer exists. Then the transfer's own page tells more. */
export default async function PaymentPage({ params }: Props) {
  const user = await requireUser();
  const payment = await findPayment(user.id, (await params).id);
  if (!payment) notFound();
  if (payment.transfer) redirect(`/transfers/${payment.transfer.id}`);
  return (
    <div className="mx-auto max-w-xl">
      <PageHeader title={payment.name} back={{ href: '/transfers', label: 'Activity' }} />
      <PaymentProgress payment={payment} />
    </div>
  );
}
