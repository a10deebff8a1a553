import 'server-only';
import type { Transaction } from '@/lib/db/prisma';
import { enqueueSyncs } from '@/lib/jobs/enqueue-sync';
import { ofThisEnvironment } from './of-this-environment';
import { type EventSubject, subjectsOf } from './subjects-of';

/** Takes up the events that waited for this Astra user to be connected here. */
export async function resumeWaitingEvents(tx: Transaction, astraUserId: string): Promise<void> {
  const waiting = await tx.$queryRaw<EventSubject[]>`
    SELECT DISTINCT webhook_type AS type, resource_id AS "resourceId", astra_user_id AS "astraUserId"
    FROM webhook_events
    WHERE status = 'received' AND astra_user_id = ${astraUserId} AND ${ofThisEnvironment()}`;
  await enqueueSyncs(tx, subjectsOf(waiting));
}
