import 'server-only';
import { AstraError } from '@/lib/astra';
import { db } from '@/lib/db/prisma';
import { UserFacingError } from '@/lib/http/user-facing-error';
import { log } from '@/lib/log/logger';
import { astra } from '@/lib/partner/astra';
import { explainSilence } from '@/lib/partner/explain-silence';
import { withAccessToken } from '@/lib/tokens/with-access-token';
import { lookAtRoutine } from './look-at-routine';

/**
 * Pauses one of a person's routines: it starts no more payments until it is resumed. What has begun
 * goes on. Pausing one that is paused, or has ended, changes nothing.
 *
 * The answer to the change may lack the status, and may not come at all. So Astra is asked
 * afterwards in any case, and what it shows is what counts.
 *
 * @throws UserFacingError when the routine still runs, or nobody can tell.
 */
export async function pauseRoutine(userId: string, routineAstraId: string): Promise<void> {
  const where = { astraId: routineAstraId, userId };
  if (!(await db().routine.findFirst({ where }))) {
    throw new UserFacingError('This routine is not yours, or is gone.');
  }
  const refusal = await askToPause(userId, routineAstraId);
  const write = await lookAtRoutine(userId, routineAstraId).catch(explainSilence);
  await db().$transaction(write);
  const { status } = await db().routine.findFirstOrThrow({ where });
  if (status !== 'active') return;
  throw new UserFacingError(
    refusal
      ? `Astra did not pause it: ${refusal}`
      : 'Astra has not paused it yet. Please try again in a minute.',
  );
}

/** @returns what Astra says against it, if it answered and said so. */
async function askToPause(userId: string, id: string): Promise<string | undefined> {
  try {
    await withAccessToken(userId, (accessToken) =>
      astra().routines.update({ accessToken, id, changes: { active: false } }),
    );
    return undefined;
  } catch (error) {
    if (!(error instanceof AstraError)) return explainSilence(error);
    log().warn({ err: error, userId }, 'a routine was not paused');
    return error.outcomeUnknown ? undefined : error.description;
  }
}
