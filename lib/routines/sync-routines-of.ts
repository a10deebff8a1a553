import 'server-only';
import { db } from '@/lib/db/prisma';
import { mostPages } from '@/lib/lists/most-pages';
import { astra } from '@/lib/partner/astra';
import { withAccessToken } from '@/lib/tokens/with-access-token';
import { lookAtRoutine } from './look-at-routine';
import { seenRoutine } from './seen-routine';

/** Somebody waits for the answer, so the oldest of very many routines are left out. */
const mostRead = 500;
const mostLookedAt = 20;

/**
 * Reads at Astra which of a person's routines run from or to a card or an account, and writes down
 * those that are not known to: they were made in another way than through this app, or an event was
 * lost.
 *
 * @param endAstraId Astra's id of the card or account.
 * @throws AstraError
 */
export async function syncRoutinesOf(userId: string, endAstraId: string): Promise<void> {
  const running = await listRunning(userId, endAstraId);
  const known = await db().routine.findMany({
    where: { userId, status: 'active', astraId: { in: running } },
    select: { astraId: true },
  });
  const knownIds = new Set(known.map(({ astraId }) => astraId));
  const news = running.filter((id) => !knownIds.has(id)).slice(0, mostLookedAt);
  for (const id of news) await db().$transaction(await lookAtRoutine(userId, id));
}

function listRunning(userId: string, endAstraId: string): Promise<string[]> {
  return withAccessToken(userId, async (accessToken) => {
    const running: string[] = [];
    let read = 0;
    const list = astra().routines.list({ accessToken, pageSize: 100 });
    for await (const routine of list.entries({ mostPages })) {
      const { source_id: source, destination_id: destination } = seenRoutine(routine);
      const ends = [source, destination];
      if (routine.status === 'active' && ends.includes(endAstraId)) running.push(routine.id);
      read += 1;
      if (read === mostRead) break;
    }
    return running;
  });
}
