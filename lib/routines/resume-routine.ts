import 'server-only';
import { UserFacingError } from '@/lib/http/user-facing-error';
import { askForChange, requireRoutine } from './ask-for-change';
import { endedRoutineStatuses } from './transitions';

/**
 * Lets one of a person's paused routines go on. Resuming one that runs changes nothing.
 *
 * @throws UserFacingError when it does not go on, or nobody can tell.
 */
export async function resumeRoutine(userId: string, routineAstraId: string): Promise<void> {
  const known = await requireRoutine(userId, routineAstraId);
  if (endedRoutineStatuses.includes(known.status)) throw new UserFacingError(hasEnded);
  const { routine, refusal } = await askForChange(known, { active: true });
  if (endedRoutineStatuses.includes(routine.status)) throw new UserFacingError(hasEnded);
  if (routine.status !== 'inactive') return;
  throw new UserFacingError(
    refusal
      ? `Astra did not resume it: ${refusal}`
      : 'Astra has not resumed it yet. Please try again in a minute.',
  );
}

const hasEnded = 'This routine has ended, so it cannot go on.';
