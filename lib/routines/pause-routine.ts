import 'server-only';
import type { Routine } from '@/lib/db/generated/client';
import { UserFacingError } from '@/lib/http/user-facing-error';
import { askForChange, requireRoutine } from './ask-for-change';
import { endedRoutineStatuses } from './transitions';

/**
 * Pauses one of a person's routines: it starts no more payments until it is resumed. What has begun
 * goes on. Pausing one that is paused, or has ended, changes nothing.
 *
 * @throws UserFacingError when the routine still runs, or nobody can tell.
 */
export async function pauseRoutine(userId: string, routineAstraId: string): Promise<void> {
  const known = await requireRoutine(userId, routineAstraId);
  const { routine, refusal } = await askForChange(known, { active: false }, isStopped);
  if (isStopped(routine)) return;
  throw new UserFacingError(
    refusal
      ? `Astra did not pause it: ${refusal}`
      : 'Astra has not paused it yet. Please try again in a minute.',
  );
}

/** One that waits for something is not: it begins by itself when that is over. */
function isStopped({ status }: Routine): boolean {
  return status === 'inactive' || endedRoutineStatuses.includes(status);
}
