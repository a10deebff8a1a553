import 'server-only';
import type { Routine } from '@/lib/db/generated/client';
import { db } from '@/lib/db/prisma';
import { UserFacingError } from '@/lib/http/user-facing-error';
import { willReceiveNothing } from '@/lib/people/receives-nothing';
import { askForChange, requireRoutine } from './ask-for-change';
import { endedRoutineStatuses } from './transitions';

/**
 * Lets one of a person's paused routines go on. Resuming one that runs changes nothing. One that
 * pays somebody who has stopped receiving money stays paused.
 *
 * @throws UserFacingError when it does not go on, or nobody can tell.
 */
export async function resumeRoutine(userId: string, routineAstraId: string): Promise<void> {
  const known = await requireRoutine(userId, routineAstraId);
  if (endedRoutineStatuses.includes(known.status)) throw new UserFacingError(hasEnded);
  if (await isUnwanted(userId, routineAstraId)) throw new UserFacingError(isUnwantedSentence);
  const { routine, outcome, refusal } = await askForChange(known, { active: true }, isResumed);
  if (endedRoutineStatuses.includes(routine.status)) throw new UserFacingError(hasEnded);
  if (routine.status === 'active' || (outcome !== 'refused' && isResumed(routine))) return;
  throw new UserFacingError(
    refusal
      ? `Astra did not resume it: ${refusal}`
      : 'Astra has not resumed it yet. Please try again in a minute.',
  );
}

/** It may still wait for something, such as a bank account that must be connected again. */
function isResumed({ status }: Routine): boolean {
  return status !== 'inactive';
}

const hasEnded = 'This routine has ended, so it cannot go on.';

const isUnwantedSentence =
  'Whoever this pays has stopped receiving money here. It can go on when they receive again.';

async function isUnwanted(userId: string, routineAstraId: string): Promise<boolean> {
  const payment = await db().payment.findFirst({ where: { userId, routineAstraId } });
  return payment?.recipientId ? willReceiveNothing(payment.recipientId) : false;
}
