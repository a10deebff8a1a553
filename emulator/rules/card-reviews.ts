import type { CardRow } from '../state/rows';

/** The checks that every card passes here: codes that end in 0 are passed ones. */
const passed = ['C1010', 'C1020', 'C1070', 'C2000', 'C2010'];

/** The codes of a card's review. Source: reference, "Card Statuses and Review Reasons". */
export function reviewReasons({ status }: Pick<CardRow, 'status'>): string[] {
  if (status === 'flagged') return [...passed.filter((code) => code !== 'C1010'), 'C1011', 'C1031'];
  if (status === 'rejected')
    return [...passed.filter((code) => code !== 'C2010'), 'C1001', 'C2015'];
  return passed;
}

/** What smart card authorization would recommend for a card. */
export function cardRisk(card: CardRow) {
  const reasons = reviewReasons(card);
  if (card.status === 'rejected' || card.status === 'removed') {
    return { recommendation: 'decline', risk_level: 'high', reasons };
  }
  if (card.status === 'flagged') return { recommendation: 'review', risk_level: 'medium', reasons };
  return { recommendation: 'approve', risk_level: 'low', reasons };
}
