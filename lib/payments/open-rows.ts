import 'server-only';
import { Prisma } from '@/lib/db/generated/client';
import { endedRoutineStatuses } from '@/lib/routines/transitions';

/** Nobody knows yet whether they move money. */
export const isUndecided = Prisma.sql`p.status IN ('sending', 'unknown')`;

/**
 * Astra has accepted to pay them once, and no transfer stands for them yet. What repeats is found
 * among the routines. One that will not be sent stays for a week; one that was done, until its
 * transfer is found.
 *
 * The mark on the payment tells quickly what most have; only the transfers themselves tell for sure.
 */
export const isAwaited = Prisma.sql`
  p.status = 'accepted' AND p.routine_type = 'one-time' AND p.transfer_seen_at IS NULL
  AND NOT EXISTS (SELECT FROM transfers t
    WHERE t.user_id = p.user_id AND t.routine_astra_id = p.routine_astra_id)
  AND (r.astra_id IS NULL OR r.status = 'completed'
    OR r.updated_at > clock_timestamp() - interval '7 days'
    OR NOT (r.removed_at IS NOT NULL OR r.status = ANY (${endedRoutineStatuses})))`;

/** Payments, each with its routine, as far as that is known. */
export const paymentsAndRoutines = Prisma.sql`
  payments p LEFT JOIN routines r ON r.astra_id = p.routine_astra_id AND r.user_id = p.user_id`;
