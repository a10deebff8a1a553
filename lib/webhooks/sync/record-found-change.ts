import 'server-only';
import type { Transaction } from '@/lib/db/prisma';
import type { SyncedResource } from '../resource-of';
import { knownStatus } from './known-status';

/** Any number that no other lock of this database uses. */
const lockClass = 1_819_306_035;

type Write<Outcome> = {
  resource: SyncedResource;
  astraId: string;
  /** Whether an event had asked for the look whose answer is written, or we for the change itself. */
  wasTold: boolean;
  write: () => Promise<Outcome>;
};

/**
 * Writes what a look found, or the answer to a call of our own showed, and writes down beside it when
 * that changed how the resource stands.
 * Operators see there which changes no webhook told of (`lib/operator/webhooks`), and events that ask
 * for a look find there whether their news is known (`finish-events.ts`).
 *
 * @returns what `write` does.
 */
export async function recordFoundChange<Outcome>(
  tx: Transaction,
  { resource, astraId, wasTold, write }: Write<Outcome>,
): Promise<Outcome> {
  // Two who see the same change at once would both find it new; there may be no row yet to lock.
  await tx.$executeRaw`
    SELECT pg_advisory_xact_lock(${lockClass}, hashtext(${resource} || ':' || ${astraId}))`;
  const before = await knownStatus(tx, resource, astraId);
  const outcome = await write();
  const after = await knownStatus(tx, resource, astraId);
  if (after !== null && after !== before) {
    await tx.foundChange.createMany({ data: { resource, astraId, before, after, wasTold } });
  }
  return outcome;
}

/** The same of what a list showed that was not known: the rows that were made of it. */
export async function recordFoundInList(
  tx: Transaction,
  resource: SyncedResource,
  rows: readonly { astraId: string; status: string }[],
): Promise<void> {
  if (rows.length === 0) return;
  await tx.foundChange.createMany({
    data: rows.map(({ astraId, status }) => ({
      resource,
      astraId,
      after: status,
      wasTold: false,
    })),
  });
}
