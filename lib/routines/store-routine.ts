import 'server-only';
import type { Transaction } from '@/lib/db/prisma';
import { notifyUser } from '@/lib/live/notify';
import { recordImpossibleChange } from '@/lib/looks/record-impossible-change';
import { seenBefore } from '@/lib/looks/seen-before';
import { outsideId, outsideText } from '@/lib/partner/outside-text';
import { lookForTransfer } from '@/lib/payments/look-for-transfer';
import { acceptPayment } from '@/lib/payments/settle/accept-payment';
import { routineColumns } from './routine-columns';
import type { SeenRoutine } from './seen-routine';
import { endedRoutineStatuses, isAllowedRoutineChange } from './transitions';
import { wasDeleted } from './was-deleted';

/**
 * Writes down a routine as Astra shows it to its owner, and ties it to the payment it came from.
 *
 * A routine has no time of its last change, so what was asked for later decides; and what may not
 * follow on what is known (one that has ended does not begin again) is recorded and not believed.
 * That a routine had ended because Astra did not find it was our conclusion only: when Astra shows
 * it again, that is believed, and recorded as well.
 *
 * @param seenAt see {@link seenBefore}. What may be old is given an old moment: the answer to our own
 * creating call may come after the event that says how it ended, and a list may lag.
 */
export async function storeRoutine(
  tx: Transaction,
  userId: string,
  routine: SeenRoutine,
  seenAt: Date,
): Promise<string> {
  const astraId = outsideId(routine.id);
  const status = outsideText(routine.status) ?? undefined;
  const isNew = await tx.routine.createMany({
    data: {
      astraId,
      userId,
      status: status ?? 'unknown',
      seenAt,
      ...routineColumns(routine, null),
    },
    skipDuplicates: true,
  });
  await tx.$queryRaw`SELECT 1 FROM routines WHERE astra_id = ${astraId} FOR UPDATE`;
  const known = await tx.routine.findFirst({ where: { astraId, userId } });
  if (!known) return 'Nothing: the routine belongs to another person here.';
  await acceptPayment(tx, userId, routine);
  if (isNew.count === 0) {
    if (known.seenAt >= seenAt) return 'Nothing: something newer is known of the routine.';
    const isBack = known.removedAt !== null && !(await wasDeleted(tx, known));
    if (status && !isAllowedRoutineChange(known.status, status, known.type)) {
      const before = isBack ? 'gone' : known.status;
      const change = { astraId, userId, known: before, shown: status };
      await recordImpossibleChange(tx, { resource: 'routine', ...change });
      if (!isBack) return `Nothing: a routine does not go from ${before} to ${status}.`;
    }
    await tx.routine.update({
      where: { astraId, userId },
      data: {
        ...routineColumns(routine, known),
        seenAt,
        removedAt: null,
        status: status ?? (isBack ? 'unknown' : known.status),
      },
    });
  }
  if (status === 'completed') await lookForTransfer(tx, userId, astraId);
  await notifyUser(tx, userId);
  return `The routine is ${status ?? known.status}.`;
}

/** Marks a routine that Astra shows no more: it was deleted, as far as anybody can tell. */
export async function markRoutineGone(
  tx: Transaction,
  userId: string,
  astraId: string,
  seenAt: Date,
): Promise<string> {
  await tx.routine.updateMany({
    where: {
      userId,
      astraId,
      OR: [{ status: { notIn: endedRoutineStatuses } }, { removedAt: { not: null } }],
      ...seenBefore(seenAt),
    },
    data: { status: 'cancelled', removedAt: seenAt, seenAt },
  });
  await notifyUser(tx, userId);
  return 'The routine is gone.';
}
