import 'server-only';
import { Prisma } from '@/lib/db/generated/client';
import { db } from '@/lib/db/prisma';

/**
 * How long events that are done with are kept, in days. Astra repeats an event for ten hours at most,
 * and one that we forgot would be taken for a new one; people look for the reason of something odd
 * for weeks. Those that were given up are kept for longer, because operators may still try them again.
 */
const keptDays = { done: 30, parked: 90, foundChange: 90 } as const;

/** Rows that are deleted in one statement, so that none of them holds others up for long. */
const batch = 5_000;

const old = (days: number, column: 'received_at' | 'found_at') =>
  Prisma.sql`${Prisma.raw(column)} < clock_timestamp() - make_interval(days => ${days}::int)`;

/**
 * Deletes events that were done with, or given up, long ago, and what looks found changed that long
 * ago. What waits is kept, however old it is.
 */
export async function forgetOldEvents(): Promise<void> {
  const { done, parked, foundChange } = keptDays;
  await forget('webhook_events', Prisma.sql`status = 'done' AND ${old(done, 'received_at')}`);
  await forget('webhook_events', Prisma.sql`status = 'parked' AND ${old(parked, 'received_at')}`);
  for (const wasTold of [true, false]) {
    await forget(
      'found_changes',
      Prisma.sql`was_told = ${wasTold} AND ${old(foundChange, 'found_at')}`,
    );
  }
}

async function forget(table: 'webhook_events' | 'found_changes', where: Prisma.Sql) {
  const name = Prisma.raw(table);
  let deleted: number;
  do {
    deleted = await db().$executeRaw`
      DELETE FROM ${name} WHERE id = ANY(ARRAY(SELECT id FROM ${name} WHERE ${where} LIMIT ${batch}))`;
  } while (deleted === batch);
}
