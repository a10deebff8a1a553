import 'server-only';
import { assumptions } from '@/lib/astra/contract';
import type { ListKind, ListRead } from '@/lib/db/generated/client';
import { db, type Transaction } from '@/lib/db/prisma';
import { addJob } from '@/lib/jobs/add-job';
import { notifyUser } from '@/lib/live/notify';

/** What is shown is this old before a visit has it read anew. */
const staleAfterSeconds = 5 * 60;

const tasks = {
  cards: 'sync_cards',
  accounts: 'sync_accounts',
  routines: 'sync_routines',
} as const;

/** Has one of a person's lists read at Astra, whatever is known already. */
export async function enqueueListRead(
  tx: Transaction,
  userId: string,
  list: ListKind,
): Promise<void> {
  await addJob(tx, tasks[list], { userId }, { key: userId });
}

/**
 * Has a list read now that something was added to it, and once more when it must show that: lists
 * may lag behind, and nobody tells us of an account that was missing in one.
 */
export async function enqueueListReadAfterChange(
  tx: Transaction,
  userId: string,
  list: ListKind,
): Promise<void> {
  await enqueueListRead(tx, userId, list);
  const delayMs = assumptions.listLagMs;
  await addJob(tx, tasks[list], { userId }, { key: `${userId}:after-lag`, delayMs });
}

/**
 * When this list was last read at Astra. If that was a while ago, it is read anew meanwhile; the
 * page shows what is known and changes by itself when there is news.
 */
export async function visitList(userId: string, list: ListKind): Promise<ListRead | null> {
  const row = await db().listRead.findUnique({ where: { userId_list: { userId, list } } });
  await db().$transaction(async (tx) => {
    const [due] = await tx.$queryRaw<{ due: boolean }[]>`
      SELECT true AS due FROM astra_connections c
      WHERE c.user_id = ${userId}::uuid AND c.status = 'active' AND NOT EXISTS (
        SELECT 1 FROM list_reads r
        WHERE r.user_id = c.user_id AND r.list = ${list}::list_kind
          AND greatest(r.read_at, r.failed_at)
            > clock_timestamp() - make_interval(secs => ${staleAfterSeconds}))`;
    if (due) await enqueueListRead(tx, userId, list);
  });
  return row;
}

/**
 * Reads a list at Astra, and writes down when, or that it failed.
 *
 * @throws what `read` throws.
 */
export async function recordListRead(
  userId: string,
  list: ListKind,
  read: () => Promise<void>,
): Promise<void> {
  try {
    await read();
  } catch (error) {
    await db().$transaction(async (tx) => {
      await tx.$executeRaw`
        INSERT INTO list_reads (user_id, list, failed_at)
        SELECT id, ${list}::list_kind, clock_timestamp() FROM users WHERE id = ${userId}::uuid
        ON CONFLICT (user_id, list) DO UPDATE SET failed_at = excluded.failed_at`;
      await notifyUser(tx, userId);
    });
    throw error;
  }
  await db().$transaction(async (tx) => {
    await tx.$executeRaw`
      INSERT INTO list_reads (user_id, list, read_at)
      SELECT id, ${list}::list_kind, clock_timestamp() FROM users WHERE id = ${userId}::uuid
      ON CONFLICT (user_id, list) DO UPDATE SET read_at = excluded.read_at, failed_at = NULL`;
    await notifyUser(tx, userId);
  });
}
