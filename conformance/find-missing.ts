import type { Operation } from '@/lib/astra/contract';
import { operationsById } from './operation-id';
import type { Target } from './targets/target';
import { send } from './wire';

/**
 * The endpoints that the target does not have at all.
 *
 * An unknown id and an unknown path get the same 404, so each endpoint is asked without credentials:
 * one that exists says 401 before it looks for anything.
 */
export async function findMissing(target: Target): Promise<Set<string>> {
  const missing = new Set<string>();
  for (const [id, operation] of operationsById) {
    if (await isMissing(target, operation)) missing.add(id);
  }
  return missing;
}

async function isMissing(target: Target, operation: Operation): Promise<boolean> {
  // What needs no credentials would look for the id at once; a wrong method it has to refuse.
  const method = operation.auth === 'none' ? 'DELETE' : operation.method;
  const { status } = await send(target, operation, { method, authorization: null });
  if (operation.auth === 'none') return status === 404 || status === 501;
  // 405: the path is there with other methods only, or a path with an id in it swallows this one.
  return status === 404 || status === 405 || status === 501;
}
