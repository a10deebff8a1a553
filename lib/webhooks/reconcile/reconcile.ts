import 'server-only';
import { Prisma } from '@/lib/db/generated/client';
import { enqueueHandOvers } from '@/lib/issuing/enqueue-hand-over';
import { addJobs } from '@/lib/jobs/add-job';
import { enqueueSyncs } from '@/lib/jobs/enqueue-sync';
import { releaseDeadWorkers } from '@/lib/jobs/release-dead-workers';
import { claimDue, type Looked } from '@/lib/looks/claim-due';
import {
  openBatches,
  openCards,
  openHandOvers,
  openIntents,
  openRoutines,
  openTransfers,
  openUsers,
  paymentsWithoutTransfer,
  strangersEvents,
  undecidedPayments,
  unhandledEvents,
} from '@/lib/looks/open-rows';
import { enqueueSettlements } from '@/lib/payments/settle/enqueue-settlement';
import type { SyncedResource } from '../resource-of';
import { subjectsOf } from '../subjects-of';

const astraId = Prisma.sql`astra_id`;
const astraUserId = Prisma.sql`astra_user_id`;

const steps: readonly (() => Promise<void>)[] = [
  releaseDeadWorkers,
  () => syncDue('user_intent', openIntents, astraId),
  () => syncDue('user', openUsers, astraUserId, astraUserId),
  () => syncDue('transfer', openTransfers, astraId, ownerOf('transfers')),
  () => syncDue('card', openCards, astraId, ownerOf('cards')),
  () => syncDue('routine', openRoutines, astraId, ownerOf('routines')),
  () => syncDue('batch', openBatches, astraId),
  takeUpEvents,
  putOffStrangers,
  listTransfers,
  settlePayments,
  settleHandOvers,
];

/**
 * Looks again at everything that should have moved on by now. Webhooks can be lost: Astra gives up
 * after some hours, and our own server may be down for longer. What is still open is therefore
 * looked at without being told, at longer and longer intervals (`lib/looks`), and what the worker has
 * given up on is begun anew. Work that already waits for its turn, or for its next attempt, is left
 * alone. What is no longer open is found by reading everything of everybody (`sweep.ts`).
 *
 * @throws AggregateError when some of it could not be done; the rest was.
 */
export async function reconcile(): Promise<void> {
  const faults: unknown[] = [];
  for (const step of steps) await step().catch((error: unknown) => faults.push(error));
  if (faults.length > 0) {
    const said = faults.map((fault) => (fault instanceof Error ? fault.message : String(fault)));
    throw new AggregateError(faults, `Not all could be looked at again: ${said.join(' ')}`);
  }
}

/** @param owner who at Astra it belongs to, unless it is found by its id alone. */
function syncDue(
  resource: SyncedResource,
  rows: Looked,
  resourceId: Prisma.Sql,
  owner = Prisma.sql`''`,
): Promise<void> {
  return claimDue(rows, { resourceId, astraUserId: owner }, (tx, subjects) =>
    enqueueSyncs(
      tx,
      subjects.map((subject) => ({ resource, ...subject })),
    ),
  );
}

function takeUpEvents(): Promise<void> {
  const columns = {
    type: Prisma.sql`webhook_type`,
    resourceId: Prisma.sql`resource_id`,
    astraUserId: Prisma.sql`coalesce(astra_user_id, '')`,
  };
  return claimDue(unhandledEvents(), columns, (tx, events) => enqueueSyncs(tx, subjectsOf(events)));
}

/** Lets them wait longer: some people never connect, and their events would be gone through each time. */
function putOffStrangers(): Promise<void> {
  return claimDue(strangersEvents(), { id: Prisma.sql`id::text` }, async () => {});
}

function listTransfers(): Promise<void> {
  const columns = { userId: Prisma.sql`user_id::text` };
  return claimDue(paymentsWithoutTransfer, columns, (tx, payments) => {
    // Somebody may wait for several.
    const people = [...new Set(payments.map(({ userId }) => userId))];
    const jobs = people.map((userId) => ({ payload: { userId }, options: { key: userId } }));
    return addJobs(tx, 'sync_transfers', jobs);
  });
}

function settlePayments(): Promise<void> {
  return claimDue(undecidedPayments, { id: Prisma.sql`id::text` }, (tx, payments) =>
    enqueueSettlements(tx, idsOf(payments), 0),
  );
}

function settleHandOvers(): Promise<void> {
  return claimDue(openHandOvers, { id: Prisma.sql`id::text` }, (tx, handOvers) =>
    enqueueHandOvers(tx, idsOf(handOvers), 0),
  );
}

const idsOf = (rows: readonly { id: string }[]) => rows.map(({ id }) => id);

/** Who at Astra the owner of a mirrored row is. */
function ownerOf(table: 'transfers' | 'routines' | 'cards'): Prisma.Sql {
  return Prisma.sql`(SELECT c.astra_user_id FROM astra_connections c
    WHERE c.user_id = ${Prisma.raw(table)}.user_id)`;
}
