import 'server-only';
import type { AstraCard } from '@/lib/astra';
import { db } from '@/lib/db/prisma';
import { astra } from '@/lib/partner/astra';
import { withAccessToken } from '@/lib/tokens/with-access-token';
import { storeCard } from './store-card';

/** Reads all of a person's cards at Astra, after a visit to its pages and when webhooks got lost. */
export async function syncCards(userId: string): Promise<void> {
  const cards = await withAccessToken(userId, async (accessToken) => {
    const found: AstraCard[] = [];
    for await (const card of astra().cards.list({ accessToken })) found.push(card);
    return found;
  });
  for (const card of cards) {
    await db().$transaction((tx) => storeCard(tx, userId, card));
  }
}
