import 'server-only';
import { z } from 'zod';
import { db } from '@/lib/db/prisma';
import { type DatedCard, dated } from './is-expired';

/** One of this person's cards, also one that was removed, or null. */
export async function findCard(userId: string, cardId: string): Promise<DatedCard | null> {
  if (!z.uuid().safeParse(cardId).success) return null;
  const card = await db().card.findFirst({ where: { id: cardId, userId } });
  return card && dated(card);
}
