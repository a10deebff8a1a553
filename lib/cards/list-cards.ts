import 'server-only';
import type { Card } from '@/lib/db/generated/client';
import { db } from '@/lib/db/prisma';
import { isExpired } from './is-expired';

/** This person's newest cards, newest first, without those that were removed. */
export async function listCards(userId: string, most = 100): Promise<Card[]> {
  return db().card.findMany({
    where: { userId, status: { not: 'removed' } },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: most,
  });
}

type Usable = Pick<Card, 'status' | 'expirationDate'>;

/**
 * Whether money can be sent from a card: only approved cards move money, until the date printed on
 * them, and only as their issuers allow.
 *
 * @param today see `pacific-today.ts`.
 */
export function canPull(card: Usable & Pick<Card, 'pullEnabled'>, today: string): boolean {
  return isUsable(card, today) && card.pullEnabled;
}

/** Whether money can be sent to a card. See {@link canPull}. */
export function canPush(card: Usable & Pick<Card, 'pushEnabled'>, today: string): boolean {
  return isUsable(card, today) && card.pushEnabled;
}

function isUsable({ status, expirationDate }: Usable, today: string): boolean {
  return status === 'approved' && !isExpired(expirationDate, today);
}
