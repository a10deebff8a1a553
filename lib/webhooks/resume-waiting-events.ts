import 'server-only';
import type { Transaction } from '@/lib/db/prisma';
import { enqueueSyncs } from '@/lib/jobs/enqueue-sync';
import { lookNow } from '@/lib/looks/schedule';
import { ofThisEnvironment } from './of-this-environment';
import { type EventSubject, subjectsOf } from './subjects-of';

/** Takes up the events that waited for this Astra user to be connected here. */
export async function resumeWaitingEvents(tx: Transaction, astraUserId: string): Promise<void> {
  const waiting = await tx.$queryRaw<EventSubject[]>`
    SELECT DISTINCT webhook_type AS type, resource_id AS "resourceId", astra_user_id AS "astraUserId"
    FROM webhook_events
    WHERE status = 'received' AND astra_user_id = ${astraUserId} AND ${ofThisEnvironment()}`;
  await enqueueSyncs(tx, subjectsOf(waiting));
  // Should such a look be given up, the reconciler is not to wait as long as it did for a stranger.
  await tx.$executeRaw`
    UPDATE webhook_events SET ${lookNow}
    WHERE status = 'received' AND astra_user_id = ${astraUserId} AND ${ofThisEnvironment()}`;
}
