import 'server-only';
import { Prisma } from '@/lib/db/generated/client';
import type { Transaction } from '@/lib/db/prisma';
import type { SyncedResource } from '../resource-of';

/** A dispute is a part of how its transfer stands, with events of its own. */
const ofTransfer = Prisma.sql`concat_ws(', ', status, (
  SELECT string_agg(concat_ws(' ', c.dispute_status, c.action_status), ', ' ORDER BY c.id)
  FROM chargebacks c WHERE c.transfer_id = transfers.id))`;

const places: Readonly<Record<SyncedResource, { table: string; key: string; status: Prisma.Sql }>> =
  {
    user_intent: { table: 'user_intents', key: 'astra_id', status: Prisma.sql`astra_status` },
    user: {
      table: 'astra_connections',
      key: 'astra_user_id',
      status: Prisma.sql`astra_user_status`,
    },
    card: { table: 'cards', key: 'astra_id', status: Prisma.sql`status` },
    account: { table: 'accounts', key: 'astra_id', status: Prisma.sql`connection_status` },
    routine: { table: 'routines', key: 'astra_id', status: Prisma.sql`status` },
    transfer: { table: 'transfers', key: 'astra_id', status: ofTransfer },
    batch: { table: 'batch_transfers', key: 'astra_id', status: Prisma.sql`status` },
  };

/** How a resource stands as far as we know, whosever it is; null when nothing is known of it. */
export async function knownStatus(
  tx: Transaction,
  resource: SyncedResource,
  astraId: string,
): Promise<string | null> {
  const { table, key, status } = places[resource];
  const [row] = await tx.$queryRaw<{ status: string | null }[]>`
    SELECT ${status} AS status FROM ${Prisma.raw(table)} WHERE ${Prisma.raw(key)} = ${astraId}`;
  return row?.status ?? null;
}
