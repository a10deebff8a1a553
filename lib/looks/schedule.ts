import 'server-only';
import { Prisma } from '@/lib/db/generated/client';

/** What is open for weeks, and each look at it in vain, still gets a few looks a day. */
const longestWaitHours = 6;

/**
 * Assignments for an UPDATE of any table with `looks` and `next_look_at`, to be made when a look
 * begins: each wait is twice as long as the one before, up to six hours. Written down, and counted
 * by the database's clock, it holds for all processes and through restarts.
 *
 * @param until a moment from which a look tells more than before: the next look comes by then,
 * however long its wait. Once that is over, or null, it says nothing.
 */
export function waitLonger(
  firstSeconds: number,
  until = Prisma.sql`NULL::timestamptz`,
): Prisma.Sql {
  return Prisma.sql`
    looks = looks + 1,
    next_look_at = least(
      CASE WHEN ${until} > clock_timestamp() THEN ${until} END,
      clock_timestamp() + least(
        make_interval(hours => ${longestWaitHours}::int),
        make_interval(secs => ${firstSeconds}::float8 * 2 ^ least(looks, 20))))`;
}

/** Assignments for when something changed: a look is due at once, and the waits begin anew. */
export const lookNow = Prisma.sql`looks = 0, next_look_at = clock_timestamp()`;
