import type { Card } from '@/lib/db/generated/client';

/** A card, and whether the date printed on it has passed since Astra approved it. */
export type DatedCard = Card & { isExpired: boolean };

const monthAndYear = /^(0[1-9]|1[012])\/(?:20)?(\d{2})$/;

/**
 * Whether a card may no longer be used because of the date printed on it: cards are good through
 * the last day of that month. A date that cannot be read says nothing.
 *
 * @param expirationDate `MM/YY`, as Astra gives it.
 */
export function isExpired(expirationDate: string | null, now: Date): boolean {
  const [, month, year] = monthAndYear.exec(expirationDate ?? '') ?? [];
  if (!month || !year) return false;
  // Months count from 0 here, so this is the first day of the month after.
  return now.getTime() >= Date.UTC(2000 + Number(year), Number(month));
}

/** The card, with {@link isExpired} as of now. */
export function dated(card: Card): DatedCard {
  return { ...card, isExpired: isExpired(card.expirationDate, new Date()) };
}
