import 'server-only';
import { randomInt } from 'node:crypto';
import { db } from '@/lib/db/prisma';
import { addJob } from '@/lib/jobs/add-job';
import { getAccessToken } from './get-access-token';

/** A refresh token lives ten days. Two days before its end leave time for an outage. */
const renewBeforeDays = 2;
const spreadMs = 5 * 60_000;

/**
 * Starts a refresh for everybody whose refresh token ends soon, so that somebody who was away for
 * weeks is still connected. The refreshes are spread over some minutes, to be gentle to Astra.
 */
export async function enqueueDueRefreshes(): Promise<void> {
  const due = await db().$queryRaw<{ user_id: string }[]>`
    SELECT user_id FROM astra_connections
    WHERE status = 'active'
      AND refresh_expires_at < clock_timestamp() + make_interval(days => ${renewBeforeDays})
    ORDER BY refresh_expires_at LIMIT 1000`;
  for (const { user_id: userId } of due) {
    const delayMs = due.length > 10 ? randomInt(spreadMs) : 0;
    await db().$transaction((tx) =>
      addJob(tx, 'refresh_connection', { userId }, { key: userId, delayMs }),
    );
  }
}

/** Replaces one person's pair of tokens, unless somebody did since it was found due. */
export async function refreshConnection(userId: string): Promise<void> {
  const [due] = await db().$queryRaw<{ version: number }[]>`
    SELECT token_version AS version FROM astra_connections
    WHERE user_id = ${userId}::uuid AND status = 'active'
      AND refresh_expires_at < clock_timestamp() + make_interval(days => ${renewBeforeDays})`;
  if (due) await getAccessToken(userId, due.version);
}
