import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { requireOperator } from '@/lib/auth/operator';
import { readFormKey, type SearchParams } from '@/lib/forms/read-form-key';
import { reviewMoveForm } from '../actions';
import { ComposePage } from '../compose-page';

export const metadata: Metadata = { title: 'Move money' };

export default async function MovePage({ searchParams }: { searchParams: SearchParams }) {
  await requireOperator();
  const form = await readFormKey(searchParams);
  if (!form) redirect(`/operator/money/move?form=${crypto.randomUUID()}`);
  return (
    <ComposePage
      form={form}
      title="Move money"
      lead="From one settlement account to another, at once."
      to="account"
      action={reviewMoveForm}
    />
  );
}
