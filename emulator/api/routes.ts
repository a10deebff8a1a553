import { type Operation, operations } from '../contract';
import type { Handler } from '../server/messages';
import { Router } from '../server/router';
import type { World } from '../world';
import { handlerOf } from './endpoint';
import { endpoints } from './endpoints';

/** The routes of one of the two API hosts: exactly the endpoints that the contract has there. */
export function apiRouter(world: World, host: Operation['host']): Router {
  const router = new Router();
  for (const [resource, calls] of Object.entries<Record<string, Operation>>(operations)) {
    for (const [name, operation] of Object.entries(calls)) {
      if (operation.host !== host) continue;
      const pattern = operation.path.replace(/\{(\w+)\}/g, ':$1');
      router.add(operation.method, pattern, handlerFor(world, operation, resource, name));
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
