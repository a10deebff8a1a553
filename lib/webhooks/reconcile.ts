import 'server-only';
import { Prisma } from '@/lib/db/generated/client';
import { db } from '@/lib/db/prisma';
import { addJob } from '@/lib/jobs/add-job';
import { enqueueSync } from '@/lib/jobs/enqueue-sync';
import { releaseDeadWorkers } from '@/lib/jobs/release-dead-workers';
import { enqueueSettlement } from '@/lib/payments/enqueue-settlement';
import { resources, type SyncedResource } from './resource-of';

type Subject = { resource: SyncedResource; resourceId: string; astraUserId: string | null };

/**
 * Looks again at everything that should have moved on by now. Webhooks can be lost: Astra gives up
 * after some hours, and our own server may be down for longer. What is still open, and was not
 * looked at for a while, is therefore looked at without being told; and what the worker has given up
 * on is begun anew. Work that already waits for its turn, or for its next attempt, is left alone.
 */
export async function reconcile(): Promise<void> {
  await releaseDeadWorkers();
  const subjects = await db().$queryRaw<Subject[]>`
    SELECT * FROM (${openResources()} UNION ${unhandledEvents()}) AS subjects
    WHERE ${hasNoJob(Prisma.sql`concat_ws(':', 'sync_resource', resource, "resourceId", "astraUserId")`)}
    LIMIT 500`;
  const withoutTransfer = await db().$queryRaw<{ userId: string }[]>`
    SELECT DISTINCT user_id AS "userId"
    FROM payments JOIN astra_connections USING (user_id)
    WHERE payments.status = 'accepted' AND astra_connections.status = 'active'
      AND ${notSeenFor('payments')}
      AND payments.created_at > clock_timestamp() - interval '7 days'
      AND NOT EXISTS (SELECT 1 FROM transfers t WHERE t.routine_astra_id = payments.routine_astra_id)
      AND ${hasNoJob(Prisma.sql`'sync_transfers:' || user_id`)}
    LIMIT 500`;
  const undecided = await db().$queryRaw<{ id: string }[]>`
    SELECT id FROM payments
    WHERE status IN ('sending', 'unknown') AND send_by < clock_timestamp()
      AND ${hasNoJob(Prisma.sql`'settle_payment:' || id`)}
    LIMIT 500`;
  await db().$transaction(async (tx) => {
    for (const subject of subjects) await enqueueSync(tx, subject);
    for (const { userId } of withoutTransfer) {
      await addJob(tx, 'sync_transfers', { userId }, { key: userId });
    }
    for (const { id } of undecided) await enqueueSettlement(tx, id, 0);
  });
}

/** What Astra has not finished yet, of people on whose behalf we can ask. */
function openResources(): Prisma.Sql {
  return Prisma.sql`
    SELECT 'user_intent' AS "resource", astra_id AS "resourceId", NULL AS "astraUserId"
    FROM user_intents
    WHERE submission = 'accepted' AND astra_status = 'pending' AND ${notSeenFor('user_intents')}
    UNION ALL
    SELECT 'user', astra_user_id, astra_user_id
    FROM astra_connections
    WHERE status = 'active' AND astra_user_status IN ('pending', 'retry', 'document')
      AND ${notSeenFor('astra_connections')}
    UNION ALL
    SELECT 'transfer', transfers.astra_id, astra_user_id
    FROM transfers JOIN astra_connections c USING (user_id)
    WHERE c.status = 'active' AND transfers.status = 'pending' AND ${notSeenFor('transfers')}
    UNION ALL
    SELECT 'routine', routines.astra_id, astra_user_id
    FROM routines JOIN astra_connections c USING (user_id)
    WHERE c.status = 'active' AND routines.status = 'active' AND type = 'one-time'
      AND ${notSeenFor('routines')}`;
}

/** Events in the inbox whose job was given up, or looked a moment before their person connected. */
function unhandledEvents(): Prisma.Sql {
  const kinds = Object.entries(resources).map(
    ([type, resource]) => Prisma.sql`(${type}, ${resource})`,
  );
  return Prisma.sql`
    SELECT resource, resource_id, CASE WHEN resource = 'user_intent' THEN NULL ELSE astra_user_id END
    FROM webhook_events e JOIN (VALUES ${Prisma.join(kinds)}) AS kinds (type, resource)
      ON type = webhook_type
    WHERE status = 'received' AND received_at < clock_timestamp() - interval '1 minute'
      AND CASE WHEN resource = 'user_intent'
        THEN EXISTS (SELECT 1 FROM user_intents i WHERE i.astra_id = e.resource_id)
        ELSE EXISTS (SELECT 1 FROM astra_connections c
                     WHERE c.astra_user_id = e.astra_user_id AND c.status = 'active') END`;
}

/** Looked at last so long ago that it is worth a call: minutes for what is new, hours for what is old. */
function notSeenFor(
  table: 'user_intents' | 'astra_connections' | 'transfers' | 'routines' | 'payments',
): Prisma.Sql {
  const name = Prisma.raw(table);
  return Prisma.sql`${name}.updated_at < clock_timestamp()
    - greatest(interval '1 minute', (clock_timestamp() - ${name}.created_at) / 10)`;
}

/** No job with this key will run. One that has used up its attempts stays in the table. */
function hasNoJob(key: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`NOT EXISTS (
    SELECT 1 FROM graphile_worker.jobs j WHERE j.key = ${key} AND j.attempts < j.max_attempts)`;
}
