import 'server-only';
import { UserFacingError } from '@/lib/http/user-facing-error';
import { askForChange, requireRoutine } from './ask-for-change';

/**
 * Pauses one of a person's routines: it starts no more payments until it is resumed. What has begun
 * goes on. Pausing one that is paused, or has ended, changes nothing.
 *
 * @throws UserFacingError when the routine still runs, or nobody can tell.
 */
export async function pauseRoutine(userId: string, routineAstraId: string): Promise<void> {
  const known = await requireRoutine(userId, routineAstraId);
  const { routine, refusal } = await askForChange(known, { active: false });
  if (routine.status !== 'active') return;
  throw new UserFacingError(
    refusal
      ? `Astra did not pause it: ${refusal}`
      : 'Astra has not paused it yet. Please try again in a minute.',
  );
}
