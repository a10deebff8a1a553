import 'server-only';
import type { Card } from '@/lib/db/generated/client';
import { db } from '@/lib/db/prisma';

/** This person's newest cards, newest first, without those that were removed. */
export async function listCards(userId: string, most = 100): Promise<Card[]> {
  return db().card.findMany({
    where: { userId, status: { not: 'removed' } },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: most,
  });
}
