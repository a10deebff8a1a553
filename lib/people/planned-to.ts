import 'server-only';
import { Prisma } from '@/lib/db/generated/client';
import { endedRoutineStatuses } from '@/lib/routines/transitions';

/**
 * Payments of other people to this person that have yet to begin, or that begin again and again:
 * those that were dated for later, and those that repeat. What is sent at once is not among them.
 *
 * @returns `FROM … WHERE …`, to which an `AND` may be added: payments `p` and their routines `r`.
 */
export function plannedTo(recipientId: string): Prisma.Sql {
  return Prisma.sql`
    FROM payments p
    JOIN routines r ON r.astra_id = p.routine_astra_id AND r.user_id = p.user_id
    WHERE p.recipient_id = ${recipientId}::uuid AND p.status = 'accepted'
      AND r.removed_at IS NULL AND NOT r.status = ANY (${endedRoutineStatuses})
      AND (p.routine_type <> 'one-time' OR (p.terms ? 'startDate' AND NOT EXISTS (
        SELECT FROM transfers t
        WHERE t.user_id = p.user_id AND t.routine_astra_id = p.routine_astra_id)))`;
}
