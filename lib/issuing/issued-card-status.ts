import { pacificDay } from '@/lib/astra';
import { isExpired } from '@/lib/cards/is-expired';

/** What issuers say of their cards, in one spelling. `unknown` is a word that we don't know. */
export type IssuedCardStatus =
  | 'active'
  | 'inactive'
  | 'frozen'
  | 'lost'
  | 'stolen'
  | 'suspected_fraud'
  | 'closed'
  | 'expired'
  | 'unknown';

/**
 * The card's status now: some issuers go on calling a card active when its last month is over.
 *
 * @param card.expirationDate `MM/YY`
 */
export function statusAt(
  { status, expirationDate }: { status: IssuedCardStatus; expirationDate: string },
  now: Date,
): IssuedCardStatus {
  const isOver = isExpired(expirationDate, pacificDay(now));
  return status === 'active' && isOver ? 'expired' : status;
}
