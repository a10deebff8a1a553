import 'server-only';
import { db } from '@/lib/db/prisma';
import { isExpired } from './is-expired';
import { canPull, canPush } from './list-cards';
import { pacificToday } from './pacific-today';

/** A card as one end of a payment. Those that can be none are known too, to say why. */
export type CardChoice = {
  id: string;
  brand: string;
  lastFour: string;
  expires: string | null;
  /** As Astra names it: only `approved` cards move money. */
  status: string;
  /** The date printed on it has passed. */
  isExpired: boolean;
  canPull: boolean;
  canPush: boolean;
};

/** More than anybody has; a form could not hold them. */
const most = 1000;

/** All of this person's cards, newest first, without those that were removed. */
export async function listCardChoices(userId: string): Promise<CardChoice[]> {
  const cards = await db().card.findMany({
    where: { userId, status: { not: 'removed' } },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    select: {
      id: true,
      brand: true,
      lastFour: true,
      expirationDate: true,
      status: true,
      pullEnabled: true,
      pushEnabled: true,
    },
    take: most,
  });
  const today = await pacificToday();
  return cards.map((card) => ({
    id: card.id,
    brand: card.brand ?? '',
    lastFour: card.lastFour ?? '····',
    expires: card.expirationDate,
    status: card.status,
    isExpired: isExpired(card.expirationDate, today),
    canPull: canPull(card, today),
    canPush: canPush(card, today),
  }));
}
