import type { Reply, Request } from '../server/messages';
import type { Respond } from '../server/site';
import type { World } from '../world';
import type { Breakpoints } from './breakpoints';
import type { Call, CallHooks } from './kind';
import { userOfCall } from './user-of-call';

/**
 * Lets the faults that were added for this call happen around it.
 *
 * @returns null when there are none, which costs one look
 */
export function interfere(
  world: World,
  breakpoints: Breakpoints,
  operation: string,
  request: Request,
  respond: Respond,
): Promise<Reply> | null {
  const { store, faults } = world;
  if (store.faults.count('state', 'active') === 0) return null;
  const call: Call = { world, operation, request, userId: userOfCall(world, request) };
  const struck = store.transaction(() => faults.take(world, 'call', operation, call.userId));
  if (struck.length === 0) return null;
  const hooks = struck.flatMap(({ row, kind }) => kind.call?.(row.parameters) ?? []);
  const notes = struck.map(({ kind }) => kind.name);
  return run(call, hooks, breakpoints, respond).then((reply) => ({ ...reply, notes }));
}

async function run(
  call: Call,
  hooks: readonly CallHooks[],
  breakpoints: Breakpoints,
  respond: Respond,
): Promise<Reply> {
  const { world, operation, request } = call;
  const stop = async (at: 'before' | 'after') => {
    if (!hooks.some(({ holds }) => holds === at)) return;
    await breakpoints.hold({ id: request.id, operation, at, sinceMs: world.clock.now() });
  };
  const waitMs = hooks.reduce((sum, { waitMs: wait }) => sum + (wait?.(call) ?? 0), 0);
  if (waitMs > 0) await world.clock.sleep(waitMs);
  await stop('before');
  world.store.transaction(() => {
    for (const { strike } of hooks) strike?.(call);
  });
  const reply = respond((next) => {
    const inside = hooks.reduceRight<() => Reply>(
      (inner, { around }) => (around ? () => around(call, inner) : inner),
      next,
    );
    return inside();
  });
  await stop('after');
  return hooks.reduce((changed, { after }) => after?.(changed, call) ?? changed, reply);
}
