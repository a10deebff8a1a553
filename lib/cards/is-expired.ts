import { pacificDay } from '@/lib/astra';
import type { Card } from '@/lib/db/generated/client';

/** A card, and whether the date printed on it has passed. */
export type DatedCard = Card & { isExpired: boolean };

const monthAndYear = /^(0[1-9]|1[012])\/(?:20)?(\d{2})$/;

/**
 * Whether a card may no longer be used because of the date printed on it: cards are good through
 * the last day of that month. A date that cannot be read says nothing.
 *
 * @param expirationDate `MM/YY`, as Astra gives it.
 * @param today the Pacific day, by which Astra counts: see `pacific-today.ts`.
 */
export function isExpired(expirationDate: string | null, today: string): boolean {
  const [, month, year] = monthAndYear.exec(expirationDate ?? '') ?? [];
  if (!month || !year) return false;
  return `20${year}-${month}` < today.slice(0, 7);
}

/** The card, with {@link isExpired} as of now: to be shown, where a clock that is a little off does no harm. */
export function dated(card: Card): DatedCard {
  return { ...card, isExpired: isExpired(card.expirationDate, pacificDay(new Date())) };
}
