import 'server-only';
import type { AstraCard } from '@/lib/astra';
import { db } from '@/lib/db/prisma';
import { enqueueSync } from '@/lib/jobs/enqueue-sync';
import { notifyUser } from '@/lib/live/notify';
import { astra } from '@/lib/partner/astra';
import { withAccessToken } from '@/lib/tokens/with-access-token';
import { cardColumns } from './store-card';

/**
 * Reads all of a person's cards at Astra, after a visit to its pages.
 *
 * New cards are written at once. A card that is known already may have changed since this list was
 * made, and cards carry no time of their last change; so it gets a look of its own, in line with the
 * looks that its events ask for, and nothing newer is overwritten.
 */
export async function syncCards(userId: string): Promise<void> {
  const cards = await withAccessToken(userId, async (accessToken) => {
    const found: AstraCard[] = [];
    for await (const card of astra().cards.list({ accessToken })) found.push(card);
    return found;
  });
  const connection = await db().astraConnection.findUnique({ where: { userId } });
  const astraUserId = connection?.astraUserId ?? null;
  await db().$transaction(async (tx) => {
    for (const card of cards) {
      const { count } = await tx.card.createMany({
        data: { userId, astraId: card.id, ...cardColumns(card) },
        skipDuplicates: true,
      });
      if (count > 0) await notifyUser(tx, userId);
      else await enqueueSync(tx, { resource: 'card', resourceId: card.id, astraUserId });
    }
  });
}
