import 'server-only';
import { databaseTime } from '@/lib/db/database-time';
import { db } from '@/lib/db/prisma';
import type { CardIssuer, IssuedCard } from './card-issuer';
import { statusAt } from './issued-card-status';

/** An issued card, and how far it is on its way to Astra. */
export type ListedCard = IssuedCard & { way: 'ready' | 'unusable' | 'being_added' | 'added' };

export type IssuedCards = { customerId: string; cards: ListedCard[] };

/**
 * What the issuer has issued to this person, with what we know of each card at Astra.
 *
 * @returns null for somebody who is no customer of the issuer.
 * @throws what the issuer throws when it can't be asked.
 */
export async function listIssuedCards(
  issuer: CardIssuer,
  userId: string,
): Promise<IssuedCards | null> {
  const customerId = await issuer.customerOf(userId);
  if (customerId === null) return null;
  const issued = await issuer.listCards(customerId);
  const [now, cards, handOvers] = await Promise.all([
    databaseTime(),
    db().card.findMany({ where: { userId, issuer: issuer.name } }),
    db().cardHandOver.findMany({ where: { userId, issuer: issuer.name } }),
  ]);
  const added = new Set(
    cards.filter(({ status }) => status !== 'removed').map(({ issuerCardId }) => issuerCardId),
  );
  const beingAdded = new Set(handOvers.map(({ issuerCardId }) => issuerCardId));
  const listed = issued.map((card): ListedCard => {
    const status = statusAt(card, now);
    if (added.has(card.id)) return { ...card, status, way: 'added' };
    if (beingAdded.has(card.id)) return { ...card, status, way: 'being_added' };
    return { ...card, status, way: status === 'active' ? 'ready' : 'unusable' };
  });
  return { customerId, cards: listed };
}
