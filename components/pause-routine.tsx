import type { FormState } from '@/lib/http/form-state';
import { ActionForm } from './ui/action-form';

export type Pause = (previous: FormState, form: FormData) => Promise<FormState>;

type PauseRoutineProps = {
  action: Pause;
  /** Astra's id. */
  routineId: string;
  /** What the person calls it. */
  name: string;
};

/** The button that pauses a routine, beside its name. */
export function PauseRoutine({ action, routineId, name }: PauseRoutineProps) {
  return (
    <ActionForm
      action={action}
      field={{ name: 'routineId', value: routineId }}
      button="Pause"
      buttonDescription={`Pause ${name}`}
      pendingLabel="Pausing…"
    />
  );
}
