import 'server-only';
import type { Payment, Routine } from '@/lib/db/generated/client';
import type { Transaction } from '@/lib/db/prisma';
import { endedRoutineStatuses } from '@/lib/routines/transitions';

export type Planned = { payment: Payment; routine: Routine };

/** Far more than anybody is shown, or has. */
const most = 200;

/**
 * Payments of other people to this person that have yet to begin, or that begin again and again, the
 * newest first: those that were dated for later, and those that repeat. What is sent at once is not
 * among them.
 */
export async function findPlanned(tx: Transaction, recipientId: string): Promise<Planned[]> {
  const planned = await tx.$queryRaw<{ id: string; routineAstraId: string }[]>`
    SELECT p.id, r.astra_id AS "routineAstraId"
    FROM payments p
    JOIN routines r ON r.astra_id = p.routine_astra_id AND r.user_id = p.user_id
    WHERE p.recipient_id = ${recipientId}::uuid AND p.status = 'accepted'
      AND r.removed_at IS NULL AND NOT r.status = ANY (${endedRoutineStatuses})
      AND (p.routine_type <> 'one-time' OR (p.terms ? 'startDate' AND NOT EXISTS (
        SELECT FROM transfers t
        WHERE t.user_id = p.user_id AND t.routine_astra_id = p.routine_astra_id)))
    ORDER BY p.created_at DESC, p.id DESC
    LIMIT ${most}`;
  const [payments, routines] = [
    await tx.payment.findMany({
      where: { recipientId, id: { in: planned.map(({ id }) => id) } },
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    }),
    await tx.routine.findMany({
      where: { astraId: { in: planned.map(({ routineAstraId }) => routineAstraId) } },
    }),
  ];
  return payments.flatMap((payment) => {
    const routine = routines.find(({ astraId }) => astraId === payment.routineAstraId);
    return routine ? [{ payment, routine }] : [];
  });
}
