import { AstraNotFoundError } from '@/lib/astra';
import { markCardRemoved, storeCard } from '@/lib/cards/store-card';
import { db } from '@/lib/db/prisma';
import { isPastListLag } from '@/lib/lists/is-past-list-lag';
import { astra } from '@/lib/partner/astra';
import { withAccessToken } from '@/lib/tokens/with-access-token';
import type { Handler } from './handler';

/** `card_created` and `card_updated`, and lists that show a card otherwise than we know it. */
export const handleCard: Handler = async ({ resourceId, userId }) => {
  try {
    const card = await withAccessToken(userId, (accessToken) =>
      astra().cards.get({ accessToken, id: resourceId }),
    );
    return (tx) => storeCard(tx, userId, card);
  } catch (error) {
    if (!(error instanceof AstraNotFoundError)) throw error;
    const known = await db().card.findFirst({ where: { userId, astraId: resourceId } });
    if (!known || !(await isPastListLag(known.createdAt))) throw error;
    return (tx) => markCardRemoved(tx, userId, resourceId);
  }
};
