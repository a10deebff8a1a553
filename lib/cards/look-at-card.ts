import 'server-only';
import { AstraNotFoundError } from '@/lib/astra';
import { databaseTime } from '@/lib/db/database-time';
import { db, type Transaction } from '@/lib/db/prisma';
import { isPastListLag } from '@/lib/lists/is-past-list-lag';
import { astra } from '@/lib/partner/astra';
import { withAccessToken } from '@/lib/tokens/with-access-token';
import { markCardRemoved, storeCard } from './store-card';

/**
 * Looks at one card at Astra. One that Astra shows no more is removed, unless it is so new that
 * Astra may not show it yet.
 *
 * @returns what writes down what was seen, and says it in a sentence.
 * @throws AstraError
 */
export async function lookAtCard(
  userId: string,
  astraId: string,
): Promise<(tx: Transaction) => Promise<string>> {
  const seenAt = await databaseTime();
  try {
    const card = await withAccessToken(userId, (accessToken) =>
      astra().cards.get({ accessToken, id: astraId }),
    );
    return (tx) => storeCard(tx, userId, card, seenAt);
  } catch (error) {
    if (!(error instanceof AstraNotFoundError)) throw error;
    const known = await db().card.findFirst({ where: { userId, astraId } });
    if (!known || !(await isPastListLag(known.createdAt))) throw error;
    return (tx) => markCardRemoved(tx, userId, astraId, seenAt);
  }
}
