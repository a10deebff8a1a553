import 'server-only';
import {
  AstraConflictError,
  AstraError,
  AstraInvalidRequestError,
  AstraNotFoundError,
} from '@/lib/astra';
import { recordAudit } from '@/lib/audit/record-audit';
import { databaseTime } from '@/lib/db/database-time';
import type { Routine } from '@/lib/db/generated/client';
import { db } from '@/lib/db/prisma';
import { UserFacingError } from '@/lib/http/user-facing-error';
import { log } from '@/lib/log/logger';
import { astra } from '@/lib/partner/astra';
import { explainSilence } from '@/lib/partner/explain-silence';
import { withAccessToken } from '@/lib/tokens/with-access-token';
import { requireRoutine } from './ask-for-change';
import { enqueueLooks } from './enqueue-looks';
import { lookAfterCall, recordOurChange } from './look-at-routine';
import { markRoutineGone } from './store-routine';
import { deletedAction, wasDeleted } from './was-deleted';

/**
 * Deletes one of a person's routines for good. It stops no payment that is under way, and Astra
 * deletes none that pays but once. Deleting one that is deleted changes nothing; one that Astra
 * merely did not find is deleted at Astra all the same.
 *
 * @returns when nobody can tell yet what became of it: since when it is known as it is. Open pages
 * change by themselves when there is a newer look at it.
 * @throws UserFacingError when it is not deleted.
 */
export async function deleteRoutine(
  userId: string,
  routineAstraId: string,
): Promise<'deleted' | { knownSince: Date }> {
  const routine = await requireRoutine(userId, routineAstraId);
  if (await wasDeleted(db(), routine)) return 'deleted';
  if (routine.type === 'one-time') {
    throw new UserFacingError(
      'A one-time payment cannot be deleted. To stop its money, cancel its transfer.',
    );
  }
  const failure = await askToDelete(routine);
  if (!failure) {
    await markDeleted(routine);
    return 'deleted';
  }
  // Looks did not find it either.
  if (routine.removedAt && failure instanceof AstraNotFoundError) return 'deleted';
  if (failure instanceof AstraInvalidRequestError || failure instanceof AstraConflictError) {
    const words = failure.description ? `: ${failure.description.replace(/\.?$/, '.')}` : '.';
    throw new UserFacingError(`Astra did not delete it${words}`);
  }
  return findOut(routine);
}

/** @returns how it failed, if it did. */
async function askToDelete({ userId, astraId: id }: Routine): Promise<AstraError | null> {
  try {
    await withAccessToken(userId, (accessToken) => astra().routines.delete({ accessToken, id }));
    return null;
  } catch (error) {
    if (!(error instanceof AstraError)) return explainSilence(error);
    log().warn({ err: error, userId }, 'a routine was not deleted');
    return error;
  }
}

async function markDeleted({ userId, astraId }: Routine): Promise<void> {
  const confirmedAt = await databaseTime();
  await db().$transaction(async (tx) => {
    await recordOurChange(tx, astraId, true, () =>
      markRoutineGone(tx, userId, astraId, confirmedAt),
    );
    await recordAudit(tx, {
      userId,
      actorId: userId,
      correlationId: astraId,
      action: deletedAction,
      detail: 'Astra deleted the routine.',
    });
  });
}

/**
 * No answer proves what happened, or one that may mean that the routine is gone already: the
 * routine itself tells, now or when the worker looks.
 */
async function findOut({ userId, astraId }: Routine): Promise<'deleted' | { knownSince: Date }> {
  const knownSince = await db().$transaction(async (tx) => {
    // Read before the worker is asked, so that its look is newer for certain.
    const { updatedAt } = await tx.routine.findUniqueOrThrow({ where: { astraId, userId } });
    await enqueueLooks(tx, { userId, astraId });
    await recordAudit(tx, {
      userId,
      actorId: userId,
      correlationId: astraId,
      action: 'routine.delete_unanswered',
      detail: 'Astra did not say whether the routine is deleted.',
    });
    return updatedAt;
  });
  try {
    await lookAfterCall(userId, astraId, false);
  } catch (error) {
    if (!(error instanceof AstraError)) throw error;
    return { knownSince };
  }
  const { removedAt, status } = await requireRoutine(userId, astraId);
  // Astra may go on showing what it has deleted.
  if (removedAt || status === 'cancelled') return 'deleted';
  throw new UserFacingError(
    'Astra did not answer, and the routine is still there. Please try again in a minute.',
  );
}
