import { cardCompany } from '../rules/card-numbers';
import { behaviourOf } from '../rules/test-cards';
import type { CardRow } from '../state/rows';
import { emitWebhook } from '../webhooks/emit';
import type { World } from '../world';

/** A card as it is typed in. The number goes no further than `addCard`; the CVC is only checked. */
export type NewCard = {
  readonly number: string;
  readonly expirationDate: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly street1: string;
  readonly street2: string;
  readonly city: string;
  readonly state: string;
  readonly zipCode: string;
  readonly addedByUser: boolean;
};

/** A new card of a user, as its number steers it. Nothing is stored yet. */
export function cardRow(world: World, userId: string, card: NewCard): CardRow {
  const behaviour = behaviourOf(card.number);
  const nowMs = world.clock.now();
  const { number, ...rest } = card;
  return {
    ...rest,
    id: world.random.uuid(),
    userId,
    status: 'approved',
    company: cardCompany(number),
    type: 'debit',
    firstSix: number.slice(0, 6),
    lastFour: number.slice(-4),
    pullEnabled: behaviour.pullEnabled ?? true,
    pushEnabled: behaviour.pushEnabled ?? true,
    reviewOutcome: behaviour.reviewOutcome ?? null,
    settlesWhenTold: behaviour.settlesWhenTold ?? false,
    opensChargeback: behaviour.opensChargeback ?? false,
    debitFailure: behaviour.debitFailure ?? null,
    createdMs: nowMs,
    history: [{ status: 'approved', atMs: nowMs }],
  };
}

/** Adds a card to a user, usable at once unless its number is one that a review will turn down. */
export function addCard(world: World, userId: string, card: NewCard): CardRow {
  const row = world.store.cards.put(cardRow(world, userId, card));
  emitWebhook(world, { type: 'card_created', userId, resourceId: row.id });
  if (row.reviewOutcome) world.scheduler.plan('review_card', row.id, world.pace.cardReviewMs);
  return row;
}

/** The review is through. */
export function reviewCard(world: World, cardId: string): void {
  const card = world.store.cards.get(cardId);
  if (card?.status === 'approved' && card.reviewOutcome !== null) {
    setCardStatus(world, card, card.reviewOutcome);
  }
}

export function setCardStatus(world: World, card: CardRow, status: CardRow['status']): void {
  const history = [...card.history, { status, atMs: world.clock.now() }];
  world.store.cards.put({ ...card, status, history });
  emitWebhook(world, { type: 'card_updated', userId: card.userId, resourceId: card.id });
}

/** Whether something still moves, or will move, money by this card; it cannot be deleted then. */
export function isCardInUse({ store: { routines, transfers } }: World, card: CardRow): boolean {
  const { id, userId } = card;
  return (
    routines.count('sourceAndStatus', `${id} active`) > 0 ||
    routines.count('destinationAndStatus', `${id} active`) > 0 ||
    transfers.count('both', `${userId} pending ${id}`) > 0 ||
    transfers.count('pendingTo', id) > 0
  );
}

/** The card's holder has told the amounts right: a card that was flagged for doubts is usable again. */
export function verifyCard(world: World, card: CardRow): void {
  const verified = { ...card, verification: { isVerified: true, wrongTries: 0 } };
  world.store.cards.put(verified);
  if (card.status === 'flagged') setCardStatus(world, verified, 'approved');
}

/** A wrong try, which counts however often the page is opened. */
export function countWrongTry(world: World, card: CardRow): CardRow {
  const wrongTries = (card.verification?.wrongTries ?? 0) + 1;
  return world.store.cards.put({ ...card, verification: { isVerified: false, wrongTries } });
}
