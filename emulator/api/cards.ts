import { createCardRequest, pacificDay } from '../contract';
import { addCard, setCardStatus } from '../engine/cards';
import { isUnexpired, passesLuhn } from '../rules/card-numbers';
import { type Handler, json } from '../server/messages';
import { notFound, Problem } from '../server/problem';
import type { CardRow, UserRow } from '../state/rows';
import type { World } from '../world';
import { requireUser } from './authenticate';
import { listReply } from './paging';
import { invalidFields, parseBody } from './validate';
import { printCard } from './wire';

/** `GET /v1/cards` */
export function listCards(world: World): Handler {
  return (request) => {
    const user = requireUser(world, request);
    return listReply(
      request,
      'cards',
      (limit, before) => world.store.cards.newest('user', user.id, limit, before),
      (id) => ownCard(world, user, id),
      printCard,
    );
  };
}

/** `GET /v1/cards/{id}`. Somebody else's card does not exist. */
export function getCard(world: World): Handler {
  return (request) => {
    const card = ownCard(world, requireUser(world, request), request.params.id);
    if (card === undefined) throw notFound();
    return json(200, printCard(card));
  };
}

/** `POST /v1/cards`, on the secure host alone. */
export function createCard(world: World): Handler {
  return (request) => {
    const user = requireUser(world, request);
    const body = parseBody(createCardRequest, request);
    if (!passesLuhn(body.card_number)) {
      throw invalidFields({ card_number: ['Not a valid card number.'] });
    }
    if (!isUnexpired(body.expiration_date, pacificDay(world.clock.now()))) {
      throw invalidFields({ expiration_date: ['The card has expired.'] });
    }
    if (body.added_by_user !== true) {
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
      addedByUser: true,
    });
    return json(200, printCard(card));
  };
}

/** `DELETE /v1/cards/{id}`: 200 without a body; refused while the card is needed. */
export function deleteCard(world: World): Handler {
  return (request) => {
    const user = requireUser(world, request);
    const card = ownCard(world, user, request.params.id);
    if (card === undefined || card.status === 'removed') throw notFound();
    if (isInUse(world, user, card)) {
      throw new Problem(400, 'The card has active routines or pending transfers.');
    }
    setCardStatus(world, card, 'removed');
    return { status: 200, headers: { 'content-type': 'application/json' }, body: '' };
  };
}

function ownCard(world: World, user: UserRow, id: string | undefined): CardRow | undefined {
  const card = world.store.cards.get(id ?? '');
  return card?.userId === user.id ? card : undefined;
}

function isInUse(world: World, user: UserRow, card: CardRow): boolean {
  const { routines, transfers } = world.store;
  const uses = (row: { sourceId: string; destinationId: string }) =>
    row.sourceId === card.id || row.destinationId === card.id;
  const active = routines.newest('userAndStatus', `${user.id} active`, routines.size);
  const pending = transfers.newest('status', `${user.id} pending`, transfers.size);
  return active.some(uses) || pending.some(uses);
}
