import { type Handler, json } from '../server/messages';
import type { World } from '../world';
import { requireUser } from './authenticate';
import { printUser } from './wire';

/** `GET /v1/user`: whose token this is. */
export function getUser(world: World): Handler {
  return (request) => json(200, printUser(requireUser(world, request)));
}
