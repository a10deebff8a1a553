import type { z } from 'zod';
import { assumptions, type tokenResponse } from '../contract';
import { tokenOwner } from '../state/collections';
import type { World } from '../world';

const { accessTokenLifetimeMs, refreshTokenLifetimeMs } = assumptions;

/** What a token endpoint answers. */
export type TokenAnswer = z.output<typeof tokenResponse>;

/** Hands out a new pair. Only one access token is valid at a time, so the older one dies. */
export function issueTokens(world: World, userId: string): TokenAnswer {
  const { store, clock, random, client } = world;
  const owner = { clientId: client.clientId, userId };
  const nowMs = clock.now();
  const key = tokenOwner(owner);
  for (const old of store.accessTokens.newest('owner', key, store.accessTokens.size)) {
    store.accessTokens.delete(old.id);
  }
  for (const old of store.refreshTokens.newest('owner', key, store.refreshTokens.size)) {
    if (old.expiresMs <= nowMs) store.refreshTokens.delete(old.id);
  }
  const access = {
    ...owner,
    id: random.alphanumeric(42),
    expiresMs: nowMs + accessTokenLifetimeMs,
  };
  const refreshId = random.alphanumeric(48);
  store.accessTokens.put(access);
  store.refreshTokens.put({ ...owner, id: refreshId, expiresMs: nowMs + refreshTokenLifetimeMs });
  return {
    access_token: access.id,
    expires_in: accessTokenLifetimeMs / 1000,
    refresh_token: refreshId,
    token_type: 'Bearer',
  };
}

/** Takes every token of a person away. @returns how many there were */
export function revokeTokens(world: World, userId: string): number {
  const { store, client } = world;
  const key = tokenOwner({ clientId: client.clientId, userId });
  let revoked = 0;
  for (const tokens of [store.accessTokens, store.refreshTokens]) {
    for (const { id } of tokens.newest('owner', key, tokens.size)) {
      tokens.delete(id);
      revoked += 1;
    }
  }
  return revoked;
}
