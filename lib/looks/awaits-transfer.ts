import 'server-only';
import { Prisma } from '@/lib/db/generated/client';

/** The Pacific day so many days ago, as payments are dated. */
function dayBefore(days: number): Prisma.Sql {
  return Prisma.sql`to_char(
    (clock_timestamp() AT TIME ZONE 'America/Los_Angeles') - make_interval(days => ${days}::int),
    'YYYY-MM-DD')`;
}

// Days are compared as text: what an older release wrote may not be one.
const startDate = Prisma.sql`coalesce(payments.terms->>'startDate', '')`;

/**
 * A condition on `payments`: Astra has accepted it, no transfer of its was seen, and one is due. That
 * is so for a week from when it was sent, or from the day that it is dated for, and again from when
 * Astra was seen to call its routine done, however long it was paused before.
 */
export const awaitsTransfer = Prisma.sql`
  payments.status = 'accepted' AND payments.transfer_seen_at IS NULL AND (
    (${startDate} <= ${dayBefore(0)} AND (
      payments.created_at > clock_timestamp() - interval '7 days'
      OR ${startDate} >= ${dayBefore(7)}))
    OR EXISTS (SELECT FROM routines r
      WHERE r.astra_id = payments.routine_astra_id AND r.user_id = payments.user_id
        AND r.status = 'completed' AND r.updated_at > clock_timestamp() - interval '7 days'))`;
