import type { Metadata } from 'next';
import { PlannedPayments } from '@/components/planned-payments';
import { ReceivingForm } from '@/components/receiving-form';
import { ReceivingNotice } from '@/components/receiving-notice';
import { PageHeader } from '@/components/ui/page-header';
import { requireUser } from '@/lib/auth/current-user';
import { listEndChoices } from '@/lib/payments/ends/list-end-choices';
import { findReceivingChoice, type ReceivingChoice } from '@/lib/people/find-receiving-choice';
import { listPlanned } from '@/lib/people/list-planned';
import { setReceivingForm } from './actions';

export const metadata: Metadata = { title: 'Receiving money' };

export default async function ReceivingPage() {
  const user = await requireUser();
  const [choices, choice, planned] = await Promise.all([
    listEndChoices(user.id),
    findReceivingChoice(user.id),
    listPlanned(user.id),
  ]);
  return (
    <div className="mx-auto max-w-xl">
      <PageHeader
        title="Receiving money"
        lead="Where other people’s money goes when they send you some."
      />
      <div className="grid gap-6">
        <ReceivingNotice choice={choice} isWhereChosen />
        <ReceivingForm
          action={setReceivingForm}
          choices={choices}
          email={user.email}
          chosen={chosenValue(choice)}
        />
        <PlannedPayments {...planned} receivesNothing={choice === null} />
      </div>
    </div>
  );
}

/** What cannot receive any more is not shown as chosen, and neither is “Nothing”, which nobody chose. */
function chosenValue(choice: ReceivingChoice | null): string | null {
  if (!choice) return 'nowhere';
  return choice.fault === null ? `${choice.end.kind}:${choice.end.id}` : null;
}
