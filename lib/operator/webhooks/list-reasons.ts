import 'server-only';
import { db } from '@/lib/db/prisma';
import { ofThisEnvironment } from '@/lib/webhooks/of-this-environment';
import { retryableTypes } from './retry-events';

/** More than there are sentences. */
const most = 50;

export type Reason = { reason: string; count: number; retryable: number };

/**
 * Why events are not done with, the most frequent first, and how many of them can be tried again.
 * For operators alone.
 */
export function listReasons(): Promise<Reason[]> {
  return db().$queryRaw<Reason[]>`
    SELECT outcome AS reason, count(*)::int AS count,
      (count(*) FILTER (
        WHERE webhook_type = ANY(${[...retryableTypes]}) AND ${ofThisEnvironment()}))::int AS retryable
    FROM webhook_events WHERE status IN ('received', 'parked') AND outcome IS NOT NULL
    GROUP BY outcome ORDER BY count DESC, outcome LIMIT ${most}`;
}
