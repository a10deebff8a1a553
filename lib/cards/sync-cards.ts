import 'server-only';
import type { AstraCard } from '@/lib/astra';
import { databaseTime } from '@/lib/db/database-time';
import { db, type Transaction } from '@/lib/db/prisma';
import { enqueueSyncs } from '@/lib/jobs/enqueue-sync';
import { isAsListed } from '@/lib/lists/is-as-listed';
import { recordListRead } from '@/lib/lists/list-reads';
import { mostPages } from '@/lib/lists/most-pages';
import { notifyUser } from '@/lib/live/notify';
import { astra } from '@/lib/partner/astra';
import { withAccessToken } from '@/lib/tokens/with-access-token';
import { recordFoundInList } from '@/lib/webhooks/sync/record-found-change';
import { cardColumns } from './store-card';

/**
 * Reads all of a person's cards at Astra, after a visit to its pages, and when a page here is opened
 * that has not looked lately.
 *
 * New cards are written at once. One that the list shows otherwise than we know it, or not at all,
 * may have changed since the list was made: lists may lag behind, and cards carry no time of their
 * last change. So it gets a look of its own. Looks in the queue of a card follow each other; those of
 * people who wait don't stand in it, so each look writes only over what was seen before it.
 */
export async function syncCards(userId: string): Promise<void> {
  await recordListRead(userId, 'cards', async () => {
    const seenAt = await databaseTime();
    const cards = await withAccessToken(userId, async (accessToken) => {
      const found: AstraCard[] = [];
      const list = astra().cards.list({ accessToken });
      for await (const card of list.entries({ mostPages })) found.push(card);
      return found;
    });
    const { astraUserId } = await db().astraConnection.findUniqueOrThrow({ where: { userId } });
    await db().$transaction((tx) => writeList(tx, { userId, astraUserId, cards, seenAt }));
  });
}

type List = { userId: string; astraUserId: string; cards: readonly AstraCard[]; seenAt: Date };

async function writeList(tx: Transaction, list: List): Promise<void> {
  const { userId, astraUserId, cards, seenAt } = list;
  const shown = cards.map(cardColumns);
  const created = await tx.card.createManyAndReturn({
    data: shown.map((columns) => ({ userId, ...columns, seenAt })),
    skipDuplicates: true,
  });
  await recordFoundInList(tx, 'card', created);
  if (created.length > 0) await notifyUser(tx, userId);
  const listed = new Map(shown.map((columns) => [columns.astraId, columns]));
  const known = await tx.card.findMany({ where: { userId } });
  const doubtful = known.filter((card) => {
    const columns = listed.get(card.astraId);
    // Whether a list goes on showing removed cards is not documented.
    return columns ? !isAsListed(columns, card) : card.status !== 'removed';
  });
  await enqueueSyncs(
    tx,
    doubtful.map(({ astraId }) => ({ resource: 'card', resourceId: astraId, astraUserId })),
  );
}
