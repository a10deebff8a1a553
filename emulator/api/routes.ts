import { type Operation, operations } from '../contract';
import type { Handler } from '../server/messages';
import { Problem } from '../server/problem';
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

function handlerFor(world: World, operation: Operation, resource: string, name: string): Handler {
  const group: unknown = Reflect.get(endpoints, resource);
  const endpoint: unknown = group && Reflect.get(Object(group), name);
  if (typeof endpoint !== 'function') return () => notBuilt(operation);
  return handlerOf(world, operation, (input) => Reflect.apply(endpoint, undefined, [input]));
}

function notBuilt({ method, path }: Operation): never {
  throw new Problem(501, `The emulator does not answer ${method} ${path} yet.`);
}
