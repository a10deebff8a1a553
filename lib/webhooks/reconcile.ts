import 'server-only';
import { Prisma } from '@/lib/db/generated/client';
import { enqueueHandOver } from '@/lib/issuing/enqueue-hand-over';
import { addJob } from '@/lib/jobs/add-job';
import { enqueueSync } from '@/lib/jobs/enqueue-sync';
import { releaseDeadWorkers } from '@/lib/jobs/release-dead-workers';
import { claimDue, type Looked } from '@/lib/looks/claim-due';
import {
  openBatches,
  openHandOvers,
  openIntents,
  openRoutines,
  openTransfers,
  openUsers,
  paymentsWithoutTransfer,
  undecidedPayments,
  unhandledEvents,
} from '@/lib/looks/open-rows';
import { enqueueSettlement } from '@/lib/payments/settle/enqueue-settlement';
import { resourceOf, type SyncedResource } from './resource-of';
import { sweep } from './sweep';

/**
 * Looks again at everything that should have moved on by now. Webhooks can be lost: Astra gives up
 * after some hours, and our own server may be down for longer. What is still open is therefore
 * looked at without being told, at longer and longer intervals (`lib/looks`); what the worker has
 * given up on is begun anew; and everything of everybody is read a few times a day (`sweep.ts`).
 * Work that already waits for its turn, or for its next attempt, is left alone.
 */
export async function reconcile(): Promise<void> {
  await releaseDeadWorkers();
  await claimDue(openIntents, { resourceId: Prisma.sql`astra_id` }, (tx, { resourceId }) =>
    enqueueSync(tx, { resource: 'user_intent', resourceId, astraUserId: null }),
  );
  const user = Prisma.sql`astra_user_id`;
  await syncDue('user', openUsers, user, user);
  await syncDue('transfer', openTransfers, Prisma.sql`astra_id`, ownerOf('transfers'));
  await syncDue('routine', openRoutines, Prisma.sql`astra_id`, ownerOf('routines'));
  await claimDue(openBatches, { resourceId: Prisma.sql`astra_id` }, (tx, { resourceId }) =>
    enqueueSync(tx, { resource: 'batch', resourceId, astraUserId: null }),
  );
  await takeUpEvents();
  await claimDue(paymentsWithoutTransfer, { userId: Prisma.sql`user_id::text` }, (tx, { userId }) =>
    addJob(tx, 'sync_transfers', { userId }, { key: userId }),
  );
  await claimDue(undecidedPayments, { id: Prisma.sql`id::text` }, (tx, { id }) =>
    enqueueSettlement(tx, id, 0),
  );
  await claimDue(openHandOvers, { id: Prisma.sql`id::text` }, (tx, { id }) =>
    enqueueHandOver(tx, id, 0),
  );
  await sweep();
}

function syncDue(
  resource: SyncedResource,
  rows: Looked,
  resourceId: Prisma.Sql,
  astraUserId: Prisma.Sql,
): Promise<void> {
  return claimDue(rows, { resourceId, astraUserId }, (tx, subject) =>
    enqueueSync(tx, { resource, ...subject }),
  );
}

function takeUpEvents(): Promise<void> {
  const columns = {
    type: Prisma.sql`webhook_type`,
    resourceId: Prisma.sql`resource_id`,
    astraUserId: Prisma.sql`coalesce(astra_user_id, '')`,
  };
  return claimDue(unhandledEvents, columns, async (tx, { type, ...subject }) => {
    const resource = resourceOf(type);
    if (resource) await enqueueSync(tx, { resource, ...subject });
  });
}

/** Who at Astra the owner of a mirrored row is. */
function ownerOf(table: 'transfers' | 'routines'): Prisma.Sql {
  return Prisma.sql`(SELECT c.astra_user_id FROM astra_connections c
    WHERE c.user_id = ${Prisma.raw(table)}.user_id)`;
}
