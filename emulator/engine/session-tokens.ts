import { assumptions } from '../contract';
import type { SessionTokenRow } from '../state/rows-people';
import type { World } from '../world';

type Subject = Pick<SessionTokenRow, 'intentId' | 'userId' | 'businessProfileId'>;

/** Vouches for somebody's phone, for a minute. */
export function createSessionToken(world: World, subject: Subject): SessionTokenRow {
  const { store, random, clock, client } = world;
  return store.sessionTokens.put({
    ...subject,
    id: random.alphanumeric(48),
    clientId: client.clientId,
    expiresMs: clock.now() + assumptions.sessionTokenLifetimeMs,
  });
}

/** Uses a session token up. @returns undefined for one that is unknown, used or too old */
export function takeSessionToken(world: World, token: string): SessionTokenRow | undefined {
  const { store, clock, client } = world;
  const row = store.sessionTokens.get(token);
  if (row === undefined || row.clientId !== client.clientId) return undefined;
  store.sessionTokens.delete(token);
  return row.expiresMs > clock.now() ? row : undefined;
}
