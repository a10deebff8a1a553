import 'server-only';
import { recordAudit } from '@/lib/audit/record-audit';
import { db } from '@/lib/db/prisma';
import { notifyUser } from '@/lib/live/notify';
import { pauseRoutine } from '@/lib/routines/pause-routine';
import { findPlanned } from './find-planned';
import { receivesNothing } from './receives-nothing';

/**
 * Pauses a payment that was planned to somebody who has since chosen to receive nothing, with its
 * sender's authorization. What has begun, or is wanted, stays as it is.
 *
 * @throws what pausing throws: it is tried again then.
 */
export async function pauseUnwanted(paymentId: string): Promise<void> {
  const payment = await db().payment.findUnique({ where: { id: paymentId } });
  const recipientId = payment?.recipientId;
  if (!recipientId || !(await receivesNothing(recipientId))) return;
  const planned = (await findPlanned(db(), recipientId)).find(
    (one) => one.payment.id === paymentId,
  );
  if (!planned || planned.routine.status === 'inactive') return;
  const { userId, astraId } = planned.routine;
  await pauseRoutine(userId, astraId);
  await db().$transaction(async (tx) => {
    await recordAudit(tx, {
      userId,
      actorId: null,
      correlationId: astraId,
      action: 'routine.paused',
      detail: 'Paused a routine, since whoever it pays has stopped receiving money.',
    });
    await notifyUser(tx, recipientId);
  });
}
