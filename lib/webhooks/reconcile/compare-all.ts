import 'server-only';
import { databaseTime } from '@/lib/db/database-time';
import { Prisma } from '@/lib/db/generated/client';
import { db } from '@/lib/db/prisma';
import { readTasks } from '@/lib/jobs/reconcile/find-reads';
import { countUnclaimed } from '@/lib/looks/claim-due';
import { allOpen } from '@/lib/looks/open-rows';

/**
 * What is looked at again while it is open, and its key: `lib/looks/open-rows.ts` says which rows are.
 * Payments that have a transfer are not, and become ever more.
 */
const open = [
  ['user_intents', 'id', Prisma.sql`astra_status = 'pending'`],
  ['transfers', 'id', Prisma.sql`status = 'pending'`],
  ['routines', 'astra_id', Prisma.sql`status = 'active'`],
  [
    'payments',
    'id',
    Prisma.sql`(status IN ('sending', 'unknown') OR status = 'accepted' AND transfer_seen_at IS NULL)`,
  ],
  ['batch_transfers', 'astra_id', Prisma.sql`status = 'pending'`],
  ['card_hand_overs', 'id', Prisma.sql`true`],
  ['webhook_events', 'id', Prisma.sql`status = 'received'`],
  ['astra_connections', 'user_id', Prisma.sql`status = 'active'`],
] as const;

/** Rows that are written in one statement, so that nobody waits for them for long. */
const batch = 5_000;

/**
 * Makes everything of everybody due to be read at Astra: after the database was set back to an older
 * copy, or after a long outage. The reading is the worker's, as ever, and as slow as ever
 * (`SWEEPS_PER_MINUTE`). What had failed and waits for its next attempt is read too.
 *
 * @returns a moment before that (database time), from which {@link sayWhatWasFound} counts.
 */
export async function makeAllDue(): Promise<Date> {
  const since = await databaseTime();
  for (const [table, key, isOpen] of open) {
    await makeDue(table, key, 'next_look_at', isOpen, since);
  }
  await makeDue(
    'astra_connections',
    'user_id',
    'next_sweep_at',
    Prisma.sql`status = 'active'`,
    since,
  );
  await tryFailedReads();
  return since;
}

async function makeDue(
  table: string,
  key: string,
  column: 'next_look_at' | 'next_sweep_at',
  isOpen: Prisma.Sql,
  since: Date,
): Promise<void> {
  const [rows, id, due] = [Prisma.raw(table), Prisma.raw(key), Prisma.raw(column)];
  let written: number;
  do {
    written = await db().$executeRaw`
      UPDATE ${rows} SET ${due} = ${since}, looks = 0
      WHERE ${id} = ANY(ARRAY(
        SELECT ${id} FROM ${rows} WHERE ${due} > ${since} AND ${isOpen} LIMIT ${batch}))`;
  } while (written === batch);
}

/**
 * A look that is to show what is later (`enqueueSync`) has not failed, and keeps its time. One without a
 * key has been taken the place of, by a newer one.
 */
async function tryFailedReads(): Promise<void> {
  await db().$executeRaw`
    SELECT graphile_worker.reschedule_jobs(ARRAY(
      SELECT id FROM graphile_worker.jobs
      WHERE task_identifier = ANY(${[...readTasks]}) AND locked_at IS NULL AND key IS NOT NULL
        AND (attempts > 0 OR task_identifier LIKE 'settle%')
    ), run_at => clock_timestamp(), attempts => 0)`;
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
