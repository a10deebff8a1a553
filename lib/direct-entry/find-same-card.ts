import type { Card } from '@/lib/db/generated/client';

/** As much of a card of the person's as tells it from others. */
export type KnownCard = Pick<Card, 'brand' | 'lastFour' | 'expirationDate'>;

/**
 * The card that a typed one seems to be again, if any: Astra adds a card as often as it is asked to.
 * Runs in the browser, which alone knows the number. The brand needs no look: a number of another
 * brand that ends alike and expires in the same month is rarer than a card that is typed twice.
 */
export function findSameCard(
  typed: { card_number: string; expiration_date: string },
  known: readonly KnownCard[],
): KnownCard | null {
  const isSame = ({ lastFour, expirationDate }: KnownCard) =>
    lastFour === typed.card_number.slice(-4) &&
    // Astra shows the year with two digits or four.
    expirationDate?.replace(/\/20(?=\d\d$)/, '/') === typed.expiration_date;
  return known.find(isSame) ?? null;
}
