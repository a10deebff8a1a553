import 'server-only';
import { db } from '@/lib/db/prisma';

/**
 * Ends a person's visit at the stand-in with the accounts that were shared, or with none. A visit
 * that has ended stays as it was, and so does one of somebody else's.
 *
 * @returns whether it ended by this: false when it was over already.
 */
export async function endVisit(
  userId: string,
  reference: string,
  shared: readonly string[],
): Promise<boolean> {
  const count = await db().$executeRaw`
    UPDATE stand_in_bank_visits SET ended_at = clock_timestamp(), shared = ${[...shared]}
    WHERE reference = ${reference}::uuid AND user_id = ${userId}::uuid
      AND ended_at IS NULL AND expires_at > clock_timestamp()`;
  return count > 0;
}

/**
 * Whether this person's visit has ended or its time is over; null when they did not set out on it. A
 * real bank's page can't ask that, so there somebody may be talked into sharing accounts on a
 * stranger's trip; see docs/decisions/0018.
 */
export async function isVisitOver(userId: string, reference: string): Promise<boolean | null> {
  const [visit] = await db().$queryRaw<{ isOver: boolean }[]>`
    SELECT ended_at IS NOT NULL OR expires_at < clock_timestamp() AS "isOver"
    FROM stand_in_bank_visits WHERE reference = ${reference}::uuid AND user_id = ${userId}::uuid`;
  return visit?.isOver ?? null;
}
