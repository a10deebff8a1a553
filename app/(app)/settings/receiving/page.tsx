import type { Metadata } from 'next';
import { PlannedPayments } from '@/components/planned-payments';
import { ReceivingForm } from '@/components/receiving-form';
import { PageHeader } from '@/components/ui/page-header';
import { requireUser } from '@/lib/auth/current-user';
import { listEndChoices } from '@/lib/payments/ends/list-end-choices';
import { findReceivingEnd } from '@/lib/people/find-receiving-end';
import { listPlanned } from '@/lib/people/list-planned';
import { setReceivingForm } from './actions';

export const metadata: Metadata = { title: 'Receiving money' };

export default async function ReceivingPage() {
  const user = await requireUser();
  const [choices, end, planned] = await Promise.all([
    listEndChoices(user.id),
    findReceivingEnd(user.id),
    listPlanned(user.id),
  ]);
  return (
    <div className="mx-auto max-w-xl">
      <PageHeader
        title="Receiving money"
        lead="Where other people’s money goes when they send you some."
      />
      <div className="grid gap-6">
        <ReceivingForm
          action={setReceivingForm}
          choices={choices}
          email={user.email}
          chosen={end ? `${end.kind}:${end.id}` : 'nowhere'}
        />
        <PlannedPayments payments={planned} />
      </div>
    </div>
  );
}
