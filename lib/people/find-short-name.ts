import 'server-only';
import { db, type Transaction } from '@/lib/db/prisma';
import { shortName } from './short-name';

/** How somebody is called to others, by the newest of their cards that has a name on it. */
export async function findShortName(userId: string, tx: Transaction = db()): Promise<string> {
  const card = await tx.card.findFirst({
    where: { userId, holderName: { not: null }, status: { not: 'removed' } },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
  });
  return shortName(card?.holderName ?? null);
}
