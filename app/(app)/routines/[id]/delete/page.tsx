import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { RemovalForm } from '@/components/removal-form';
import { routineHref, routineName } from '@/components/routines/routine-words';
import { TransferList } from '@/components/transfer-list';
import { ButtonLink } from '@/components/ui/button-link';
import { Notice } from '@/components/ui/notice';
import { PageHeader } from '@/components/ui/page-header';
import { Panel } from '@/components/ui/panel';
import { endedRoutineStatuses } from '@/lib/routines/transitions';
import { submitDeletion } from '../../actions';
import { loadRoutine } from '../load-routine';

type Props = { params: Promise<{ id: string }> };

/** Looks as well, so that an unknown address has the title of what is shown there. */
export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Delete “${routineName(await loadRoutine((await params).id))}”` };
}

/** The step before a routine is deleted. Astra deletes none that pays but once. */
export default async function DeleteRoutinePage({ params }: Props) {
  const routine = await loadRoutine((await params).id);
  const { astraId, type, transfers, updatedAt } = routine;
  const href = routineHref(astraId);
  if (endedRoutineStatuses.includes(routine.status)) redirect(href);
  const onTheirWay = transfers.filter(({ status }) => status === 'pending');
  return (
    <div className="mx-auto max-w-2xl">
      <PageHeader title={`Delete “${routineName(routine)}”`} back={{ href, label: 'Routine' }} />
      <div className="grid gap-6">
        {onTheirWay.length > 0 && (
          <Panel
            title="On their way"
            description="Deleting the routine does not stop these. To stop one, open it and cancel it."
          >
            <TransferList transfers={onTheirWay} openPayments={[]} />
          </Panel>
        )}
        {type === 'one-time' ? (
          <Notice
            tone="caution"
            title="A one-time payment cannot be deleted."
            action={
              <ButtonLink href={href} variant="secondary">
                Back to the routine
              </ButtonLink>
            }
          >
            To stop its money, cancel its transfer. Before that has begun, you can pause it.
          </Notice>
        ) : (
          <Panel title="Delete it for good?">
            <RemovalForm
              action={submitDeletion}
              field={{ name: 'routineId', value: astraId }}
              what="routine"
              knownSince={updatedAt}
              keepHref={href}
              button="Delete the routine"
            >
              It starts no more payments, and cannot be brought back. Deleting it does not stop a
              payment that is under way. To take a break, pause it instead.
            </RemovalForm>
          </Panel>
        )}
      </div>
    </div>
  );
}
