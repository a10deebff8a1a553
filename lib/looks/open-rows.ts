import 'server-only';
import { Prisma } from '@/lib/db/generated/client';
import { ofThisEnvironment } from '@/lib/webhooks/of-this-environment';
import { resources } from '@/lib/webhooks/resource-of';
import { awaitsTransfer } from './awaits-transfer';
import { hasNoJob, type Looked } from './claim-due';
import { isUndecidedCard } from './is-undecided-card';

/** Of somebody on whose behalf we can ask, and not about to be looked at already. */
function canBeLookedAt(resource: 'transfer' | 'routine' | 'card'): Prisma.Sql {
  const table = Prisma.raw(`${resource}s`);
  const hasNoLook = hasNoSync(resource, Prisma.sql`${table}.astra_id`, Prisma.sql`c.astra_user_id`);
  return Prisma.sql`EXISTS (
    SELECT 1 FROM astra_connections c
    WHERE c.user_id = ${table}.user_id AND c.status = 'active' AND ${hasNoLook})`;
}

/** As in `enqueueSync`: the keys of an intent and of a batch name nobody. */
function hasNoSync(resource: string, id: Prisma.Sql, astraUserId: Prisma.Sql): Prisma.Sql {
  return hasNoJob(
    Prisma.sql`concat_ws(':', 'sync_resource', ${resource}::text, ${id}, ${astraUserId})`,
  );
}

export const openIntents: Looked = {
  table: 'user_intents',
  key: 'id',
  isOpen: Prisma.sql`submission = 'accepted' AND astra_status = 'pending'
    AND ${hasNoSync('user_intent', Prisma.sql`astra_id`, Prisma.sql`NULL::text`)}`,
};

export const openUsers: Looked = {
  table: 'astra_connections',
  key: 'user_id',
  isOpen: Prisma.sql`status = 'active' AND astra_user_status IN ('pending', 'retry', 'document')
    AND ${hasNoSync('user', Prisma.sql`astra_user_id`, Prisma.sql`astra_user_id`)}`,
};

export const openTransfers: Looked = {
  table: 'transfers',
  key: 'id',
  isOpen: Prisma.sql`status = 'pending' AND ${canBeLookedAt('transfer')}`,
};

export const openBatches: Looked = {
  table: 'batch_transfers',
  key: 'astra_id',
  isOpen: Prisma.sql`status = 'pending'
    AND ${hasNoSync('batch', Prisma.sql`astra_id`, Prisma.sql`NULL::text`)}`,
};

export const openCards: Looked = {
  table: 'cards',
  key: 'id',
  isOpen: Prisma.sql`${isUndecidedCard} AND ${canBeLookedAt('card')}`,
};

export const openRoutines: Looked = {
  table: 'routines',
  key: 'astra_id',
  isOpen: Prisma.sql`status = 'active' AND type = 'one-time' AND ${canBeLookedAt('routine')}`,
};

/** Astra has accepted them, and no transfer of theirs was seen although one is due. */
export const paymentsWithoutTransfer: Looked = {
  table: 'payments',
  key: 'id',
  isOpen: Prisma.sql`${awaitsTransfer}
    AND EXISTS (SELECT 1 FROM astra_connections c
                WHERE c.user_id = payments.user_id AND c.status = 'active')
    AND NOT EXISTS (SELECT 1 FROM transfers t WHERE t.routine_astra_id = payments.routine_astra_id)
    AND ${hasNoJob(Prisma.sql`'sync_transfers:' || user_id`)}`,
};

/** Each has a job that looks; this is for those whose job was lost or given up. */
export const undecidedPayments: Looked = {
  table: 'payments',
  key: 'id',
  isOpen: Prisma.sql`status IN ('sending', 'unknown') AND send_by < clock_timestamp()
    AND ${hasNoJob(Prisma.sql`'settle_payment:' || id`)}`,
};

/** As above, of issued cards that were handed over. */
export const openHandOvers: Looked = {
  table: 'card_hand_overs',
  key: 'id',
  isOpen: Prisma.sql`EXISTS (SELECT 1 FROM astra_connections c
      WHERE c.user_id = card_hand_overs.user_id AND c.status = 'active')
    AND ${hasNoJob(Prisma.sql`'settle_hand_over:' || id`)}`,
};

const kinds = Prisma.sql`(VALUES ${Prisma.join(
  Object.entries(resources).map(([type, resource]) => Prisma.sql`(${type}, ${resource})`),
)}) AS kinds (type, resource)`;

/** We can ask about what this event tells of: on our own behalf, or on that of somebody connected. */
const canBeAskedAbout = Prisma.sql`CASE resource
  WHEN 'batch' THEN true
  WHEN 'user_intent'
  THEN EXISTS (SELECT 1 FROM user_intents i WHERE i.astra_id = resource_id)
  ELSE EXISTS (SELECT 1 FROM astra_connections c
               WHERE c.astra_user_id = webhook_events.astra_user_id AND c.status = 'active')
  END`;

const hasNoLook = Prisma.sql`CASE
  WHEN resource IN ('batch', 'user_intent')
  THEN ${hasNoJob(Prisma.sql`concat_ws(':', 'sync_resource', resource, resource_id)`)}
  ELSE ${hasNoJob(Prisma.sql`concat_ws(':', 'sync_resource', resource, resource_id, astra_user_id)`)}
  END`;

/** Events in the inbox whose job was given up, or looked a moment before their person connected. */
export const unhandledEvents = (): Looked => ({
  table: 'webhook_events',
  key: 'id',
  isOpen: Prisma.sql`status = 'received' AND ${ofThisEnvironment()} AND EXISTS (
    SELECT 1 FROM ${kinds} WHERE type = webhook_type AND ${canBeAskedAbout} AND ${hasNoLook})`,
});

/** Those of people who are not connected, for whom nothing can be done until they are. */
export const strangersEvents = (): Looked => ({
  table: 'webhook_events',
  key: 'id',
  isOpen: Prisma.sql`status = 'received' AND ${ofThisEnvironment()} AND EXISTS (
    SELECT 1 FROM ${kinds} WHERE type = webhook_type AND NOT ${canBeAskedAbout})`,
});

export const allOpen = (): readonly Looked[] => [
  openIntents,
  openUsers,
  openCards,
  openTransfers,
  openBatches,
  openRoutines,
  paymentsWithoutTransfer,
  undecidedPayments,
  openHandOvers,
  unhandledEvents(),
];
