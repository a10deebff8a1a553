import { type Operation, operations } from '../contract';
import type { Handler } from '../server/messages';
import { Problem } from '../server/problem';
import { Router } from '../server/router';
import type { World } from '../world';
import { handlerOf } from './endpoint';
import { endpoints } from './endpoints';

/** The routes of one of the two API hosts: exactly the endpoints that the contract has there. */
export function apiRouter(world: World, host: Operation['host']): Router {
  const router = new Router(world.strict ? undocumented : undefined);
  for (const [resource, calls] of Object.entries<Record<string, Operation>>(operations)) {
    for (const [name, operation] of Object.entries(calls)) {
      if (operation.host !== host) continue;
      const pattern = operation.path.replace(/\{(\w+)\}/g, ':$1');
      const handler = handlerFor(world, operation, resource, name);
      router.add(operation.method, pattern, handler, `${resource}.${name}`);
    }
  }
  return router;
}

/** The table's types promise an endpoint for each operation; the walk through it has lost them. */
function handlerFor(world: World, operation: Operation, resource: string, name: string): Handler {
  const endpoint: unknown = Reflect.get(Object(Reflect.get(endpoints, resource)), name);
  if (typeof endpoint !== 'function') throw new Error(`${resource}.${name} has no endpoint.`);
  return handlerOf(world, operation, (input) => Reflect.apply(endpoint, undefined, [input]));
}

/** In strict mode a call that nobody documents is refused by name, so that a test can show it. */
function undocumented(method: string, path: string): Problem {
  return new Problem(404, `Undocumented call: Astra's API has no ${method} ${path}.`, {
    notes: ['undocumented call'],
  });
}
