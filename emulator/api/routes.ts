import type { Handler } from '../server/messages';
import { Problem } from '../server/problem';
import { Router } from '../server/router';
import type { World } from '../world';
import { createCard, deleteCard, getCard, listCards } from './cards';
import { getRoutine, listRoutines, postRoutine } from './routines';
import { tokenEndpoint } from './token';
import { getTransfer, listTransfers } from './transfers';
import { getUser } from './user';
import { createUserIntent, getUserIntent } from './user-intents';

/** The ordinary API. */
export function apiRouter(world: World): Router {
  return new Router()
    .add('POST', '/v1/oauth/token', jsonOnly(tokenEndpoint(world)))
    .add('POST', '/v1/user_intent', jsonOnly(createUserIntent(world)))
    .add('GET', '/v1/user_intent/:id', jsonOnly(getUserIntent(world)))
    .add('GET', '/v1/user', jsonOnly(getUser(world)))
    .add('GET', '/v1/cards', jsonOnly(listCards(world)))
    .add('GET', '/v1/cards/:id', jsonOnly(getCard(world)))
    .add('DELETE', '/v1/cards/:id', jsonOnly(deleteCard(world)))
    .add('POST', '/v1/routines', jsonOnly(postRoutine(world)))
    .add('GET', '/v1/routines', jsonOnly(listRoutines(world)))
    .add('GET', '/v1/routines/:id', jsonOnly(getRoutine(world)))
    .add('GET', '/v1/transfers', jsonOnly(listTransfers(world)))
    .add('GET', '/v1/transfers/:id', jsonOnly(getTransfer(world)));
}

/** The host that takes card numbers, and nothing else. */
export function secureRouter(world: World): Router {
  return new Router().add('POST', '/v1/cards', jsonOnly(createCard(world)));
}

/** Astra speaks JSON and says so with 406 to anybody who asks for something else. */
function jsonOnly(handler: Handler): Handler {
  return (request) => {
    const accept = request.headers.accept ?? '*/*';
    if (!/\*\/\*|application\/(\*|json)/.test(accept)) {
      throw new Problem(406, 'The API answers in application/json only.');
    }
    return handler(request);
  };
}
