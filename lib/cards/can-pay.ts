import type { Card } from '@/lib/db/generated/client';
import { isExpired } from './is-expired';

type Able = Pick<Card, 'status' | 'expirationDate' | 'pullEnabled' | 'pushEnabled'>;

/**
 * Why money cannot be taken from this card, as a sentence for its owner; null when it can.
 *
 * @param today a day in Pacific time, `YYYY-MM-DD` (lib/cards/pacific-today.ts).
 */
export function whyNotPayFromCard(card: Omit<Able, 'pushEnabled'>, today: string) {
  return whyNotUsable(card, today) ?? (card.pullEnabled ? null : bankSentence('send'));
}

/** Why money cannot be sent to this card, likewise. */
export function whyNotPayToCard(card: Omit<Able, 'pullEnabled'>, today: string) {
  return whyNotUsable(card, today) ?? (card.pushEnabled ? null : bankSentence('receive'));
}

const statusSentences: Readonly<Record<string, string>> = {
  flagged: 'Astra is reviewing this card.',
  rejected: 'Astra did not accept this card.',
  removed: 'This card is no longer here.',
};

/** Only approved cards that have not expired move money, and only as their issuers allow. */
function whyNotUsable(
  { status, expirationDate }: Pick<Card, 'status' | 'expirationDate'>,
  today: string,
): string | null {
  if (status !== 'approved') return statusSentences[status] ?? 'Astra has not approved this card.';
  return isExpired(expirationDate, today) ? 'This card has expired.' : null;
}

function bankSentence(use: 'send' | 'receive'): string {
  return `The bank that issued this card does not let it ${use} money.`;
}
