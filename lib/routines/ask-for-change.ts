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
import { lookAfterCall } from './look-at-routine';

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

type Outcome = 'confirmed' | 'refused' | 'lost';

/** The routine as Astra shows it after it was asked, and what Astra said against the change, if so. */
export type Asked = { routine: Routine; outcome: Outcome; refusal: string | undefined };

/**
 * Asks Astra to change a routine, and then how it stands.
 *
 * The answer to the change may lack the status, and may not come at all. So Astra is asked
 * afterwards in any case, and what it shows is what counts. After a lost answer the worker looks
 * once more, a while later: a slow request may still arrive. So it does after Astra has agreed and
 * shows the routine as it was: what it shows may be old.
 *
 * @param isDone whether the routine, as it is known now, is as it was asked to be.
 * @throws UserFacingError when nobody can tell how the routine stands. It is looked at until then.
 */
export async function askForChange(
  known: Routine,
  changes: UpdateRoutine,
  isDone: (routine: Routine) => boolean | Promise<boolean>,
): Promise<Asked> {
  const { userId, astraId } = known;
  const { outcome, refusal } = await ask(known, changes);
  if (outcome === 'lost') await db().$transaction((tx) => enqueueLooks(tx, known));
  try {
    await lookAfterCall(userId, astraId, outcome === 'confirmed');
  } catch (error) {
    if (!(error instanceof AstraError)) return explainSilence(error);
    await db().$transaction((tx) => enqueueLooks(tx, known));
    throw new UserFacingError(
      'Astra did not answer. We are finding out how the routine stands, and its page shows it.',
    );
  }
  const routine = await requireRoutine(userId, astraId);
  if (outcome === 'confirmed' && !(await isDone(routine))) {
    await db().$transaction((tx) => enqueueLooks(tx, known));
    throw new UserFacingError(
      'Astra has agreed, but does not show it yet. We are looking again, and the routine’s page shows it.',
    );
  }
  return { routine, outcome, refusal };
}

async function ask(
  { userId, astraId: id }: Routine,
  changes: UpdateRoutine,
): Promise<Omit<Asked, 'routine'>> {
  try {
    await withAccessToken(userId, (accessToken) =>
      astra().routines.update({ accessToken, id, changes }),
    );
    return { outcome: 'confirmed', refusal: undefined };
  } catch (error) {
    if (!(error instanceof AstraError)) return explainSilence(error);
    log().warn({ err: error, userId }, 'a routine was not changed');
    if (error.outcomeUnknown) return { outcome: 'lost', refusal: undefined };
    return { outcome: 'refused', refusal: error.description };
  }
}
