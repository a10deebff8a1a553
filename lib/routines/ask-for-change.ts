import 'server-only';
import { AstraError, type UpdateRoutine } from '@/lib/astra';
import type { Routine } from '@/lib/db/generated/client';
import { db } from '@/lib/db/prisma';
import { UserFacingError } from '@/lib/http/user-facing-error';
import { log } from '@/lib/log/logger';
import { astra } from '@/lib/partner/astra';
import { explainSilence } from '@/lib/partner/explain-silence';
import { withAccessToken } from '@/lib/tokens/with-access-token';
import { enqueueLooks } from './enqueue-looks';
import { lookAtRoutine } from './look-at-routine';

/**
 * One of a person's routines.
 *
 * @throws UserFacingError when it is somebody else's, or nobody's.
 */
export async function requireRoutine(userId: string, astraId: string): Promise<Routine> {
  const routine = await db().routine.findFirst({ where: { astraId, userId } });
  if (!routine) throw new UserFacingError('This routine is not yours, or is gone.');
  return routine;
}

/** The routine as Astra shows it after it was asked, and what Astra said against the change, if so. */
export type Asked = { routine: Routine; refusal: string | undefined };

/**
 * Asks Astra to change a routine, and then how it stands.
 *
 * The answer to the change may lack the status, and may not come at all. So Astra is asked
 * afterwards in any case, and what it shows is what counts. After a lost answer the worker looks
 * once more, a while later: a slow request may still arrive.
 *
 * @throws UserFacingError when nobody can tell how the routine stands. It is looked at until then.
 */
export async function askForChange(known: Routine, changes: UpdateRoutine): Promise<Asked> {
  const { userId, astraId } = known;
  const { isLost, refusal } = await ask(known, changes);
  if (isLost) await db().$transaction((tx) => enqueueLooks(tx, known));
  try {
    await db().$transaction(await lookAtRoutine(userId, astraId));
  } catch (error) {
    if (!(error instanceof AstraError)) return explainSilence(error);
    await db().$transaction((tx) => enqueueLooks(tx, known));
    throw new UserFacingError(
      'Astra did not answer. We are finding out how the routine stands, and its page shows it.',
    );
  }
  return { routine: await requireRoutine(userId, astraId), refusal };
}

async function ask({ userId, astraId: id }: Routine, changes: UpdateRoutine) {
  try {
    await withAccessToken(userId, (accessToken) =>
      astra().routines.update({ accessToken, id, changes }),
    );
    return { isLost: false, refusal: undefined };
  } catch (error) {
    if (!(error instanceof AstraError)) return explainSilence(error);
    log().warn({ err: error, userId }, 'a routine was not changed');
    const isLost = error.outcomeUnknown;
    return { isLost, refusal: isLost ? undefined : error.description };
  }
}
