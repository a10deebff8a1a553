import 'server-only';
import { db } from '@/lib/db/prisma';

/** At most this often within each stretch of so many minutes. */
export type RateLimit = { count: number; minutes: number };

/**
 * Counts one more attempt under this key, for all processes together.
 *
 * @param key what is limited and for whom, such as `sign-in mail:ann@example.com`.
 * @returns whether the attempt is within the limit. Those that are not are counted as well, but the
 * count begins anew with each stretch of time, so nobody is shut out for longer than one.
 */
export async function isWithinLimit(key: string, limit: RateLimit): Promise<boolean> {
  const [row] = await db().$queryRaw<{ count: number }[]>`
    INSERT INTO rate_limits (key, window_start, count)
    VALUES (${key},
            date_bin(make_interval(mins => ${limit.minutes}), clock_timestamp(), 'epoch'), 1)
    ON CONFLICT (key, window_start) DO UPDATE SET count = rate_limits.count + 1
    RETURNING count`;
  return (row?.count ?? 0) <= limit.count;
}

/** Whether as many attempts as the limit allows were counted already. Counts none itself. */
export async function isLimitReached(key: string, limit: RateLimit): Promise<boolean> {
  const rows = await db().$queryRaw<unknown[]>`
    SELECT FROM rate_limits
    WHERE key = ${key} AND count >= ${limit.count}
      AND window_start = date_bin(make_interval(mins => ${limit.minutes}), clock_timestamp(), 'epoch')`;
  return rows.length > 0;
}
