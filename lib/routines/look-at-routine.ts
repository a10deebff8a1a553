import 'server-only';
import { AstraNotFoundError } from '@/lib/astra';
import { databaseTime } from '@/lib/db/database-time';
import { db, type Transaction } from '@/lib/db/prisma';
import { isPastListLag } from '@/lib/lists/is-past-list-lag';
import { astra } from '@/lib/partner/astra';
import { withAccessToken } from '@/lib/tokens/with-access-token';
import { recordFoundChange } from '@/lib/webhooks/sync/record-found-change';
import { seenRoutine } from './seen-routine';
import { markRoutineGone, storeRoutine } from './store-routine';

/**
 * Looks at one routine at Astra. One that Astra shows no more was deleted, unless it is so new that
 * Astra may not show it yet.
 *
 * @returns what writes down what was seen, and says it in a sentence.
 * @throws AstraError
 */
export async function lookAtRoutine(
  userId: string,
  astraId: string,
): Promise<(tx: Transaction) => Promise<string>> {
  const seenAt = await databaseTime();
  try {
    const routine = await withAccessToken(userId, (accessToken) =>
      astra().routines.get({ accessToken, id: astraId }),
    );
    return (tx) => storeRoutine(tx, userId, seenRoutine(routine), seenAt);
  } catch (error) {
    if (!(error instanceof AstraNotFoundError)) throw error;
    const known = await db().routine.findFirst({ where: { userId, astraId } });
    if (!known || !(await isPastListLag(known.createdAt))) throw error;
    return (tx) => markRoutineGone(tx, userId, astraId, seenAt);
  }
}

/**
 * Looks at a routine that we have just asked Astra to change, and writes down what was seen.
 *
 * @param isConfirmed whether Astra has agreed to the change.
 * @throws AstraError
 */
export async function lookAfterCall(
  userId: string,
  astraId: string,
  isConfirmed: boolean,
): Promise<void> {
  const write = await lookAtRoutine(userId, astraId);
  await db().$transaction((tx) => recordOurChange(tx, astraId, isConfirmed, () => write(tx)));
}

/**
 * Writes what became of a routine by a call of ours, so that an event which comes by then, or a moment
 * later, finds its news known.
 *
 * @param isConfirmed nobody need tell us what Astra has confirmed to us.
 */
export async function recordOurChange(
  tx: Transaction,
  astraId: string,
  isConfirmed: boolean,
  write: () => Promise<unknown>,
): Promise<void> {
  await recordFoundChange(tx, { resource: 'routine', astraId, wasTold: isConfirmed, write });
}
