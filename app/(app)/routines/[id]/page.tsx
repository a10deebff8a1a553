import type { Metadata } from 'next';
import { StepFocus } from '@/components/onboarding/step-focus';
import { RoutineDetails } from '@/components/routines/routine-details';
import { routineHref, routineName } from '@/components/routines/routine-words';
import { ActionForm } from '@/components/ui/action-form';
import { ButtonLink } from '@/components/ui/button-link';
import { PageHeader } from '@/components/ui/page-header';
import { whyNotChange } from '@/lib/routines/changeable';
import { endedRoutineStatuses } from '@/lib/routines/transitions';
import { submitPause, submitResume } from '../actions';
import { loadRoutine } from './load-routine';

type Props = { params: Promise<{ id: string }> };

/** Looks as well, so that an unknown address has the title of what is shown there. */
export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: routineName(await loadRoutine((await params).id)) };
}

export default async function RoutinePage({ params }: Props) {
  const routine = await loadRoutine((await params).id);
  const { astraId, status, type, history, isUnwanted } = routine;
  const href = routineHref(astraId);
  const hasEnded = endedRoutineStatuses.includes(status);
  const hasBegunOnce = type === 'one-time' && history.transfers > 0;
  const field = { name: 'routineId', value: astraId };
  return (
    <div className="mx-auto max-w-2xl">
      <PageHeader title={routineName(routine)} back={{ href: '/routines', label: 'Routines' }} />
      {/* A button that was pressed has made way for another one. */}
      <StepFocus step={status}>
        <div className="grid gap-6">
          <RoutineDetails routine={routine} />
          <div className="flex flex-wrap gap-3 print:hidden">
            {status === 'active' && !hasBegunOnce && (
              <ActionForm
                action={submitPause}
                field={field}
                button="Pause"
                pendingLabel="Pausing…"
              />
            )}
            {status === 'inactive' && !isUnwanted && (
              <ActionForm
                action={submitResume}
                field={field}
                button="Resume"
                pendingLabel="Resuming…"
                variant="primary"
              />
            )}
            {whyNotChange(routine, history.transfers) === null && (
              <ButtonLink href={`${href}/edit`} variant="secondary">
                Change
              </ButtonLink>
            )}
            {!hasEnded && type !== 'one-time' && (
              <ButtonLink href={`${href}/delete`} variant="quiet">
                Delete
              </ButtonLink>
            )}
          </div>
        </div>
      </StepFocus>
    </div>
  );
}
