import type { Metadata } from 'next';
import { RoutineForm } from '@/components/routines/routine-form';
import { routineHref, routineName } from '@/components/routines/routine-words';
import { ButtonLink } from '@/components/ui/button-link';
import { Notice } from '@/components/ui/notice';
import { PageHeader } from '@/components/ui/page-header';
import { listEndChoices } from '@/lib/payments/ends/list-end-choices';
import { shownVersion, typedRoutine, whyNotChange } from '@/lib/routines/changeable';
import { submitChanges } from '../../actions';
import { loadRoutine } from '../load-routine';

type Props = { params: Promise<{ id: string }> };

/** Looks as well, so that an unknown address has the title of what is shown there. */
export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Change “${routineName(await loadRoutine((await params).id))}”` };
}

/** A form with what the routine's type allows. */
export default async function ChangeRoutinePage({ params }: Props) {
  const routine = await loadRoutine((await params).id);
  const { astraId, userId, type, frequency, history } = routine;
  const href = routineHref(astraId);
  const obstacle = whyNotChange(routine, history.transfers);
  const choices = type === 'round-up' ? await listEndChoices(userId) : [];
  return (
    <div className="mx-auto max-w-xl">
      <PageHeader
        title={`Change “${routineName(routine)}”`}
        lead="Payments that have begun stay as they are."
        back={{ href, label: 'Routine' }}
      />
      {obstacle ? (
        <Notice
          tone="caution"
          title={obstacle}
          action={
            <ButtonLink href={href} variant="secondary">
              Back to the routine
            </ButtonLink>
          }
        />
      ) : (
        <RoutineForm
          action={submitChanges}
          routine={{ astraId, type: type ?? '', frequency }}
          shown={shownVersion(routine)}
          values={typedRoutine(routine)}
          accounts={choices.filter(({ kind }) => kind === 'account')}
          keepHref={href}
        />
      )}
    </div>
  );
}
