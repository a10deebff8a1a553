import 'server-only';
import { pacificToday } from '@/lib/cards/pacific-today';
import type { Payment } from '@/lib/db/generated/client';
import { db } from '@/lib/db/prisma';
import { endedRoutineStatuses } from '@/lib/routines/transitions';
import { paymentTerms } from './order/payment-order';

/** A payment without a transfer. */
export type OpenPayment = Payment & {
  /** How its routine stands, as far as that is known. */
  routineStatus: string | null;
  /** Whether it begins on a later day, by Pacific time. */
  isPlanned: boolean;
};

/**
 * This person's payments that no transfer stands for yet, newest first: what nobody knows yet, and
 * what Astra has accepted to pay once. Whoever has just sent must find it, or they would send again.
 * What repeats is found among the routines. One that has ended without a transfer stays for a week.
 */
export async function listOpenPayments(userId: string): Promise<OpenPayment[]> {
  const open = await db().$queryRaw<{ id: string; routineStatus: string | null }[]>`
    SELECT p.id, r.status AS "routineStatus"
    FROM payments p
    LEFT JOIN routines r ON r.astra_id = p.routine_astra_id AND r.user_id = p.user_id
    WHERE p.user_id = ${userId}::uuid AND (p.status IN ('sending', 'unknown')
      OR (p.status = 'accepted' AND p.routine_type = 'one-time'
        AND NOT EXISTS (SELECT FROM transfers t
          WHERE t.user_id = p.user_id AND t.routine_astra_id = p.routine_astra_id)
        AND (r.astra_id IS NULL OR r.updated_at > clock_timestamp() - interval '7 days'
          OR NOT (r.removed_at IS NOT NULL OR r.status = ANY (${endedRoutineStatuses})))))
    ORDER BY p.created_at DESC, p.id DESC
    LIMIT 20`;
  const statusOf = new Map(open.map(({ id, routineStatus }) => [id, routineStatus]));
  const payments = await db().payment.findMany({
    where: { userId, id: { in: [...statusOf.keys()] } },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
  });
  const today = await pacificToday();
  return payments.map((payment) => {
    // Terms that an older release wrote may read differently now.
    const { startDate } = paymentTerms.catch({}).parse(payment.terms);
    return {
      ...payment,
      routineStatus: statusOf.get(payment.id) ?? null,
      isPlanned: startDate !== undefined && startDate > today,
    };
  });
}
