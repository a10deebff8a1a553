import { pacificDay } from '@/lib/astra';

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
  const [month, year] = expirationDate.split('/');
  const isOver = `20${year}-${month}` < pacificDay(now).slice(0, 7);
  return status === 'active' && isOver ? 'expired' : status;
}
