import 'server-only';
import { Prisma } from '@/lib/db/generated/client';
import { db, type Transaction } from '@/lib/db/prisma';
import { waitLonger } from './schedule';

/** A table with `looks` and `next_look_at`, its key, and which of its rows are still open. */
export type Looked = { table: string; key: string; isOpen: Prisma.Sql };

const firstWaitSeconds = 60;
/** Few enough for a short transaction, and so many times in a row at most. */
const [mostAtOnce, mostTimes] = [100, 5];

/**
 * Takes open rows whose look is due, the longest overdue first, and writes down when the next one
 * is, together with the work that `begin` adds for them. So each row gets its turn, however many
 * there are and however often its look fails, and two who claim at once take different rows.
 *
 * @param columns what `begin` is told of a row, all of it text that is never null.
 * @param begin adds the work for all these rows in one statement: the transaction is over in a few
 * journeys to the database, however far away that is.
 */
export async function claimDue<Column extends string>(
  rows: Looked,
  columns: Readonly<Record<Column, Prisma.Sql>>,
  begin: (tx: Transaction, rows: readonly Record<Column, string>[]) => Promise<void>,
): Promise<void> {
  for (let times = 0; times < mostTimes; times += 1) {
    const claimed = await db().$transaction(async (tx) => {
      const due = await claim(tx, rows, columns);
      await begin(tx, due);
      return due.length;
    });
    if (claimed < mostAtOnce) return;
  }
}

function claim<Column extends string>(
  tx: Transaction,
  { table, key, isOpen }: Looked,
  columns: Readonly<Record<Column, Prisma.Sql>>,
): Promise<Record<Column, string>[]> {
  const [name, id] = [Prisma.raw(table), Prisma.raw(key)];
  const returned = Object.entries<Prisma.Sql>(columns).map(
    ([column, value]) => Prisma.sql`${value} AS ${Prisma.raw(`"${column}"`)}`,
  );
  // Materialized, because a plan that asks the inner query again would get beyond its limit.
  return tx.$queryRaw<Record<Column, string>[]>`
    WITH due (due_key) AS MATERIALIZED (
      SELECT ${id} FROM ${name}
      WHERE next_look_at <= clock_timestamp() AND ${isOpen}
      ORDER BY next_look_at LIMIT ${mostAtOnce} FOR UPDATE SKIP LOCKED)
    UPDATE ${name} SET ${waitLonger(firstWaitSeconds)} FROM due WHERE ${id} = due_key
    RETURNING ${Prisma.join(returned)}`;
}

/** How many open rows were due by then (database time), and have been claimed by nobody since. */
export async function countUnclaimed({ table, isOpen }: Looked, by: Date): Promise<number> {
  const [row] = await db().$queryRaw<{ due: number }[]>`
    SELECT count(*)::int AS due FROM ${Prisma.raw(table)}
    WHERE next_look_at <= ${by} AND ${isOpen}`;
  return row?.due ?? 0;
}

/** No job with this key will run. One that has used up its attempts stays in the table. */
export function hasNoJob(key: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`NOT EXISTS (
    SELECT 1 FROM graphile_worker.jobs j WHERE j.key = ${key} AND j.attempts < j.max_attempts)`;
}
