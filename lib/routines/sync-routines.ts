import 'server-only';
import type { Routine as AstraRoutine } from '@/lib/astra';
import type { Routine } from '@/lib/db/generated/client';
import { db, type Transaction } from '@/lib/db/prisma';
import { enqueueSyncs } from '@/lib/jobs/enqueue-sync';
import { isAsListed } from '@/lib/lists/is-as-listed';
import { recordListRead } from '@/lib/lists/list-reads';
import { mostPages } from '@/lib/lists/most-pages';
import { astra } from '@/lib/partner/astra';
import { outsideId, outsideText } from '@/lib/partner/outside-text';
import { withAccessToken } from '@/lib/tokens/with-access-token';
import { recordFoundChange } from '@/lib/webhooks/sync/record-found-change';
import { routineColumns } from './routine-columns';
import { type SeenRoutine, seenRoutine } from './seen-routine';
import { storeRoutine } from './store-routine';
import { endedRoutineStatuses } from './transitions';

/** A list may lag behind, so whatever else is known of a routine is newer. */
const longAgo = new Date(0);

/**
 * Reads all of a person's routines at Astra, when somebody opens their list and that was not done
 * lately: they may have been made in another way than here, and an event may have been lost.
 *
 * New ones are written at once. One that the list shows otherwise than we know it, or not at all,
 * gets a look of its own.
 */
export async function syncRoutines(userId: string): Promise<void> {
  await recordListRead(userId, 'routines', async () => {
    const routines = await withAccessToken(userId, async (accessToken) => {
      const found: AstraRoutine[] = [];
      const list = astra().routines.list({ accessToken });
      for await (const routine of list.entries({ mostPages })) found.push(routine);
      return found;
    });
    const known = await db().routine.findMany({ where: { userId } });
    const byId = new Map(known.map((routine) => [routine.astraId, routine]));
    const shown = new Map(routines.map((one) => [outsideId(one.id), seenRoutine(one)]));
    for (const [astraId, routine] of shown) {
      if (byId.has(astraId)) continue;
      await db().$transaction((tx) =>
        recordFoundChange(tx, {
          resource: 'routine',
          astraId,
          wasTold: false,
          write: () => storeRoutine(tx, userId, routine, longAgo),
        }),
      );
    }
    const doubtful = known.filter((routine) => isDoubtful(routine, shown.get(routine.astraId)));
    await db().$transaction((tx) => lookAtEach(tx, userId, doubtful));
  });
}

/** Whether a list goes on showing what was deleted is not documented, so that one ended proves nothing. */
function isDoubtful(known: Routine, shown: SeenRoutine | undefined): boolean {
  if (!shown) return !endedRoutineStatuses.includes(known.status);
  const status = outsideText(shown.status) ?? known.status;
  return !isAsListed({ ...routineColumns(shown, known), status }, known);
}

async function lookAtEach(
  tx: Transaction,
  userId: string,
  routines: readonly Routine[],
): Promise<void> {
  const { astraUserId } = await tx.astraConnection.findUniqueOrThrow({ where: { userId } });
  await enqueueSyncs(
    tx,
    routines.map(({ astraId }) => ({ resource: 'routine', resourceId: astraId, astraUserId })),
  );
}
