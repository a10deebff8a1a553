import type { CardChoice } from '@/lib/cards/list-card-choices';

/** What a card does in a payment. */
export type CardUse = 'send' | 'receive';

/** The two cards of a payment, as far as they are chosen. */
export type Ends = { source: string | undefined; destination: string | undefined };

/** So many cards can be shown one by one; of more, people pick from a list. */
const few = 6;

export function areFew(cards: readonly CardChoice[]): boolean {
  return cards.length <= few;
}

const statusReasons: Readonly<Record<string, string>> = {
  flagged: 'Astra is reviewing this card.',
  rejected: 'Astra did not accept this card.',
};

/** Why a card can't be this end of a payment; null when it can. */
export function obstacleOf(card: CardChoice, use: CardUse, source?: string): string | null {
  if (card.status !== 'approved') {
    return statusReasons[card.status] ?? 'Astra has not approved this card.';
  }
  if (card.isExpired) return 'This card has expired.';
  if (use === 'send' ? !card.canPull : !card.canPush) {
    return `The bank that issued this card does not let it ${use} money.`;
  }
  return use === 'receive' && card.id === source ? 'You are sending from this card.' : null;
}

/** Whether money can go from any of these cards to another one. */
export function hasEnds(cards: readonly CardChoice[]): boolean {
  return cards.some((source) => canBeSource(cards, source));
}

/**
 * What stands in a new form: of few cards the oldest and the newest that fit. Of many, nothing: with
 * so many, what we picked would be wrong and might be overlooked.
 */
export function firstEnds(cards: readonly CardChoice[]): Ends {
  if (!areFew(cards)) return { source: undefined, destination: undefined };
  const source = cards.findLast((card) => canBeSource(cards, card))?.id;
  return { source, destination: destinationsFor(cards, source)[0]?.id };
}

/**
 * The ends once another source is chosen. If that was the destination, the person chooses a new
 * one, unless there is but one.
 */
export function withSource(cards: readonly CardChoice[], ends: Ends, source: string): Ends {
  const possible = destinationsFor(cards, source);
  if (possible.some(({ id }) => id === ends.destination)) return { ...ends, source };
  return { source, destination: possible.length === 1 ? possible[0]?.id : undefined };
}

function canBeSource(cards: readonly CardChoice[], card: CardChoice): boolean {
  return obstacleOf(card, 'send') === null && destinationsFor(cards, card.id).length > 0;
}

function destinationsFor(cards: readonly CardChoice[], source: string | undefined): CardChoice[] {
  return cards.filter((card) => obstacleOf(card, 'receive', source) === null);
}
