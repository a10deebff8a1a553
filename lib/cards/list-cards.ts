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

/** Only approved cards move money, and only as their issuers allow. */
export function canPull(card: Pick<Card, 'status' | 'pullEnabled'>): boolean {
  return card.status === 'approved' && card.pullEnabled;
}

/** See {@link canPull}. */
export function canPush(card: Pick<Card, 'status' | 'pushEnabled'>): boolean {
  return card.status === 'approved' && card.pushEnabled;
}
