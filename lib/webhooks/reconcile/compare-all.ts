import 'server-only';
import { databaseTime } from '@/lib/db/database-time';
import { Prisma } from '@/lib/db/generated/client';
import { db } from '@/lib/db/prisma';
import { countUnclaimed } from '@/lib/looks/claim-due';
import { allOpen } from '@/lib/looks/open-rows';
import { lookNow } from '@/lib/looks/schedule';

/** What is looked at again while it is open: `lib/looks/open-rows.ts` says which rows are. */
const open = [
  Prisma.sql`user_intents SET ${lookNow} WHERE astra_status = 'pending'`,
  Prisma.sql`transfers SET ${lookNow} WHERE status = 'pending'`,
  Prisma.sql`routines SET ${lookNow} WHERE status = 'active'`,
  Prisma.sql`payments SET ${lookNow} WHERE status IN ('sending', 'unknown', 'accepted')`,
  Prisma.sql`batch_transfers SET ${lookNow} WHERE status = 'pending'`,
  Prisma.sql`card_hand_overs SET ${lookNow}`,
  Prisma.sql`webhook_events SET ${lookNow} WHERE status = 'received'`,
];

/**
 * Makes everything of everybody due to be read at Astra: after the database was set back to an older
 * copy, or after a long outage. The reading is the worker's, as ever, and as slow as ever
 * (`SWEEPS_PER_MINUTE`).
 *
 * @returns a moment before that (database time), from which {@link sayWhatWasFound} counts.
 */
export async function makeAllDue(): Promise<Date> {
  const since = await databaseTime();
  for (const rows of open) await db().$executeRaw`UPDATE ${rows}`;
  await db().$executeRaw`
    UPDATE astra_connections SET ${lookNow}, next_sweep_at = clock_timestamp()
    WHERE status = 'active'`;
  return since;
}

/** How many people's turn has not come yet, and of how much that is open, of what was due by then. */
export async function countDue(by: Date): Promise<{ people: number; openThings: number }> {
  const [row] = await db().$queryRaw<{ people: number }[]>`
    SELECT count(*)::int AS people FROM astra_connections
    WHERE status = 'active' AND next_sweep_at <= ${by}`;
  let openThings = 0;
  for (const rows of allOpen()) openThings += await countUnclaimed(rows, by);
  return { people: row?.people ?? 0, openThings };
}

/**
 * What was found otherwise at Astra than here since then, and so was repaired: a sentence for each kind.
 *
 * @param failed sentences about what could not be read, which may hide more.
 */
export async function sayWhatWasFound(since: Date, failed: readonly string[]): Promise<string[]> {
  const found = await db().$queryRaw<
    { resource: string; before: string | null; after: string; count: number }[]
  >`
    SELECT resource, before, after, count(*)::int AS count FROM found_changes
    WHERE found_at >= ${since} GROUP BY resource, before, after ORDER BY resource, before, after`;
  const unasked = await db().astraConnection.count({ where: { status: { not: 'active' } } });
  return [
    ...found.map(({ resource, before, after, count }) =>
      before === null
        ? `${count} × ${resource}: was not known here, and is ${after}.`
        : `${count} × ${resource}: was ${before} here, and is ${after}.`,
    ),
    ...(found.length === 0 && failed.length === 0
      ? ['Nothing stood otherwise at Astra than here.']
      : []),
    ...(unasked > 0
      ? [`Nothing was read of those who have to authorize us again first: ${unasked}.`]
      : []),
    ...failed,
    ...(failed.length > 0 ? ['Not everything was read. Run this again.'] : []),
  ];
}
