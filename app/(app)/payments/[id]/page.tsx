import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { cache } from 'react';
import { PaymentProgress } from '@/components/send/payment-progress';
import { PageHeader } from '@/components/ui/page-header';
import { requireUser } from '@/lib/auth/current-user';
import { pacificToday } from '@/lib/cards/pacific-today';
import { findPayment } from '@/lib/payments/find-payment';

type Props = { params: Promise<{ id: string }> };

const loadPayment = cache(async (id: string) => {
  const user = await requireUser();
  return (await findPayment(user.id, id)) ?? notFound();
});

/** Looks as well, so that an unknown address has the title of what is shown there. */
export async function generateMetadata({ params }: Props): Promise<Metadata> {
  await loadPayment((await params).id);
  return { title: 'Payment' };
}

/** A payment until its transfer exists. Then the transfer's own page tells more. */
export default async function PaymentPage({ params }: Props) {
  const payment = await loadPayment((await params).id);
  if (payment.transfer) redirect(`/transfers/${payment.transfer.id}`);
  return (
    <div className="mx-auto max-w-xl">
      <PageHeader title={payment.name} back={{ href: '/transfers', label: 'Activity' }} />
      <PaymentProgress payment={payment} today={await pacificToday()} />
    </div>
  );
}
