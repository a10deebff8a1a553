import type { CardRow } from '../state/rows';
import type { FlowRow } from '../state/rows-flows';
import type { World } from '../world';

/** No page of a person would hold more. */
const shownCards = 50;

/** The cards that the person still has here. */
export function cardsOf({ store }: World, flow: FlowRow): CardRow[] {
  const cards = store.cards.newest('user', flow.personId ?? '', shownCards);
  return cards.filter(({ status }) => status !== 'removed');
}

/** The card that this is about, if it is the person's. */
export function cardOfFlow({ store }: World, flow: FlowRow): CardRow | undefined {
  const card = store.cards.get(flow.cardId ?? '');
  return card?.userId === flow.personId ? card : undefined;
}
