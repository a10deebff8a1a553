import { type operations, pacificDay } from '../contract';
import { addCard, isCardInUse, setCardStatus } from '../engine/cards';
import { registeredBins } from '../rules/bins';
import { isUnexpired, passesLuhn } from '../rules/card-numbers';
import { cardRisk } from '../rules/card-reviews';
import { notFound, Problem } from '../server/problem';
import type { CardRow, UserRow } from '../state/rows';
import type { World } from '../world';
import type { Endpoint } from './endpoint';
import { listPage } from './paging';
import { invalidFields } from './validate';
import { printCard } from './wire';

/** `GET /v1/cards` */
export const listCards: Endpoint<typeof operations.cards.list> = ({ world, user, request }) =>
  listPage(
    request,
    'cards',
    (limit, before) => world.store.cards.newest('user', user.id, limit, before),
    (id) => ownCard(world, user, id),
    printCard,
  );

/** `GET /v1/cards/{id}`. Somebody else's card does not exist. */
export const getCard: Endpoint<typeof operations.cards.get> = ({ world, user, id }) => {
  const card = ownCard(world, user, id);
  if (card === undefined) throw notFound();
  return printCard(card);
};

/** `POST /v1/cards`, on the secure host alone. */
export const createCard: Endpoint<typeof operations.cards.create> = ({ world, user, body }) => {
  if (!passesLuhn(body.card_number)) {
    throw invalidFields({ card_number: ['Not a valid card number.'] });
  }
  if (!isUnexpired(body.expiration_date, pacificDay(world.clock.now()))) {
    throw invalidFields({ expiration_date: ['The card has expired.'] });
  }
  const isIssued = registeredBins.includes(body.card_number.slice(0, 6));
  if (body.added_by_user !== true && !isIssued) {
    throw new Problem(400, 'The BIN of this card is not registered for this client.');
  }
  const card = addCard(world, user.id, {
    number: body.card_number,
    expirationDate: body.expiration_date,
    firstName: body.first_name,
    lastName: body.last_name,
    street1: body.street_line_1,
    street2: body.street_line_2 ?? '',
    city: body.city,
    state: body.state,
    zipCode: body.zip_code,
    addedByUser: body.added_by_user ?? false,
  });
  return printCard(card);
};

/** `DELETE /v1/cards/{id}`: 200 without a body; refused while the card is needed. */
export const deleteCard: Endpoint<typeof operations.cards.delete> = ({ world, user, id }) => {
  const card = ownCard(world, user, id);
  if (card === undefined || card.status === 'removed') throw notFound();
  if (isCardInUse(world, card)) {
    throw new Problem(400, 'The card has active routines or pending transfers.');
  }
  setCardStatus(world, card, 'removed');
};

/** `GET /v1/cards/{id}/auth_details` */
export const getAuthDetails: Endpoint<typeof operations.cards.authDetails> = (input) => {
  const card = ownCard(input.world, input.user, input.id);
  if (card === undefined) throw notFound();
  return { card_id: card.id, ...cardRisk(card) };
};

function ownCard(world: World, user: UserRow, id: string): CardRow | undefined {
  const card = world.store.cards.get(id);
  return card?.userId === user.id ? card : undefined;
}
