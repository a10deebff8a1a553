import type { AstraCard } from '@/lib/astra';
import { currentIssuer } from '@/lib/issuing/current-issuer';
import type { IssuedCardStatus } from '@/lib/issuing/issued-card-status';
import { type ListedCard, listIssuedCards } from '@/lib/issuing/list-issued-cards';
import { astra } from '@/lib/partner/astra';
import { withAccessToken } from '@/lib/tokens/with-access-token';

async function issuedCards(userId: string): Promise<ListedCard[]> {
  const issuer = currentIssuer();
  const listed = issuer && (await listIssuedCards(issuer, userId));
  if (!listed) throw new Error('Nothing was issued to this person.');
  return listed.cards;
}

/** A card that was issued to this person and has this status. */
export async function issuedCardOf(userId: string, status: IssuedCardStatus): Promise<ListedCard> {
  const found = (await issuedCards(userId)).find((card) => card.status === status);
  if (!found) throw new Error(`No issued card is ${status}.`);
  return found;
}

/** How far an issued card is on its way to Astra. */
export async function way(userId: string, cardId: string): Promise<ListedCard['way'] | undefined> {
  return (await issuedCards(userId)).find(({ id }) => id === cardId)?.way;
}

/** What Astra lists for this person. */
export async function cardsAtAstra(userId: string): Promise<AstraCard[]> {
  return withAccessToken(userId, async (accessToken) => {
    const found: AstraCard[] = [];
    for await (const card of astra().cards.list({ accessToken })) found.push(card);
    return found;
  });
}
