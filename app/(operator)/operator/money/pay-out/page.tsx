import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { requireOperator } from '@/lib/auth/operator';
import { readFormKey, type SearchParams } from '@/lib/forms/read-form-key';
import { reviewPayoutForm } from '../actions';
import { ComposePage } from '../compose-page';

export const metadata: Metadata = { title: 'Pay a person' };

export default async function PayOutPage({ searchParams }: { searchParams: SearchParams }) {
  await requireOperator();
  const form = await readFormKey(searchParams);
  if (!form) redirect(`/operator/money/pay-out?form=${crypto.randomUUID()}`);
  return (
    <ComposePage
      form={form}
      title="Pay a person"
      lead="From a settlement account to somebody’s bank account."
      to="person"
      action={reviewPayoutForm}
    />
  );
}
