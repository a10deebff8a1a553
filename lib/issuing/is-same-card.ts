import type { AstraCard } from '@/lib/astra';
import type { CardHandOver } from '@/lib/db/generated/client';
import { lastFour } from '@/lib/partner/outside-text';

type Looked = Pick<CardHandOver, 'firstSix' | 'lastFour' | 'expirationDate'>;

/**
 * Whether a card of a person at Astra is this issued one. Its last four digits must be the same, and
 * its first six or its expiration date, and nothing that both sides tell may differ.
 */
export function isSameCard(issued: Looked, card: AstraCard): boolean {
  if (card.removed || card.status === 'removed') return false;
  if (lastFour(card.last_four_digits) !== issued.lastFour) return false;
  const told = [
    [issued.firstSix, card.first_six_digits],
    [issued.expirationDate, card.expiration_date],
  ].filter(([ours, theirs]) => ours && theirs);
  return told.length > 0 && told.every(([ours, theirs]) => ours === theirs);
}
