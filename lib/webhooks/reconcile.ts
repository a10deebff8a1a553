import 'server-only';
import { Prisma } from '@/lib/db/generated/client';
import { db } from '@/lib/db/prisma';
import { addJob } from '@/lib/jobs/add-job';
import { enqueueSync } from '@/lib/jobs/enqueue-sync';
import type { SyncedResource } from './resource-of';

type Open = { resource: SyncedResource; resourceId: string; astraUserId: string | null };

/**
 * Looks again at everything that should have moved on by now. Webhooks can be lost: Astra gives up
 * after some hours, and our own server may be down for longer. What is still open, and was not
 * looked at for a while, is therefore looked at without being told.
 */
export async function reconcile(): Promise<void> {
  const open = await db().$queryRaw<Open[]>`
    SELECT 'user_intent' AS "resource", astra_id AS "resourceId", NULL AS "astraUserId"
    FROM user_intents
    WHERE submission = 'accepted' AND astra_status = 'pending'
      AND ${notSeenFor('user_intents')}
    UNION ALL
    SELECT 'transfer', transfers.astra_id, astra_user_id
    FROM transfers JOIN astra_connections USING (user_id)
    WHERE transfers.status = 'pending' AND ${notSeenFor('transfers')}
    UNION ALL
    SELECT 'routine', routines.astra_id, astra_user_id
    FROM routines JOIN astra_connections USING (user_id)
    WHERE routines.status = 'active' AND type = 'one-time' AND ${notSeenFor('routines')}
    LIMIT 500`;
  const withoutTransfer = await db().$queryRaw<{ userId: string }[]>`
    SELECT DISTINCT user_id AS "userId" FROM payments
    WHERE status = 'accepted' AND ${notSeenFor('payments')}
      AND created_at > clock_timestamp() - interval '7 days'
      AND NOT EXISTS (SELECT 1 FROM transfers t WHERE t.routine_astra_id = payments.routine_astra_id)
    LIMIT 500`;
  await db().$transaction(async (tx) => {
    for (const subject of open) await enqueueSync(tx, subject);
    for (const { userId } of withoutTransfer) {
      await addJob(tx, 'sync_transfers', { userId }, { key: userId });
    }
  });
}

/** Looked at last so long ago that it is worth a call: minutes for what is new, hours for what is old. */
function notSeenFor(table: 'user_intents' | 'transfers' | 'routines' | 'payments'): Prisma.Sql {
  const name = Prisma.raw(table);
  return Prisma.sql`${name}.updated_at < clock_timestamp()
    - greatest(interval '1 minute', (clock_timestamp() - ${name}.created_at) / 10)`;
}
