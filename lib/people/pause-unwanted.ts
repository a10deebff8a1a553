import 'server-only';
import { recordAudit } from '@/lib/audit/record-audit';
import { db } from '@/lib/db/prisma';
import { notifyUser } from '@/lib/live/notify';
import { pauseRoutine } from '@/lib/routines/pause-routine';
import { plannedTo } from './planned-to';
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
  const [planned] = await db().$queryRaw<{ userId: string; astraId: string }[]>`
    SELECT r.user_id AS "userId", r.astra_id AS "astraId"
    ${plannedTo(recipientId)} AND p.id = ${paymentId}::uuid AND r.status <> 'inactive'`;
  if (!planned) return;
  const { userId, astraId } = planned;
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
