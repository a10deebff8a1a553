import type { z } from 'zod';
import { assumptions, type operations, type tokenResponse } from '../contract';
import type { Problem } from '../server/problem';
import { tokenOwner } from '../state/store';
import type { World } from '../world';
import type { Endpoint } from './endpoint';
import { oauthRefusal } from './read-form';

type TokenAnswer = z.output<typeof tokenResponse>;

const { accessTokenLifetimeMs, refreshTokenLifetimeMs, tokenErrors } = assumptions;

/** `POST /v1/oauth/token`: a code, or a refresh token, becomes a pair of tokens. */
export const exchangeTokens: Endpoint<typeof operations.tokens.exchange> = ({
  world,
  body: grant,
}) => {
  if (!world.redirectUris.includes(grant.redirect_uri)) {
    throw invalidGrant('The redirect_uri is not registered for this client.');
  }
  return grant.grant_type === 'authorization_code'
    ? exchangeCode(world, grant.code, grant.redirect_uri)
    : refresh(world, grant.refresh_token);
};

function exchangeCode(world: World, code: string, redirectUri: string): TokenAnswer {
  const { store, clock, client } = world;
  const row = store.codes.get(code);
  if (row === undefined || row.clientId !== client.clientId) {
    throw invalidGrant('The code is unknown or was used before.');
  }
  if (row.expiresMs <= clock.now()) throw invalidGrant('The code has expired.');
  if (row.redirectUri !== redirectUri) {
    throw invalidGrant('The redirect_uri is not the one the code was sent to.');
  }
  store.codes.delete(code);
  const user = store.users.get(row.userId);
  if (user !== undefined) store.users.put({ ...user, authorized: true });
  return issueTokens(world, row.userId);
}

/** The refresh token stays good until its own end, as Astra's older text says. */
function refresh(world: World, token: string): TokenAnswer {
  const row = world.store.refreshTokens.get(token);
  if (row === undefined || row.clientId !== world.client.clientId) {
    throw invalidGrant('The refresh token is unknown.');
  }
  if (row.expiresMs <= world.clock.now()) throw invalidGrant('The refresh token has expired.');
  return issueTokens(world, row.userId);
}

function issueTokens(world: World, userId: string): TokenAnswer {
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

function invalidGrant(description: string): Problem {
  return oauthRefusal(tokenErrors.invalidGrant, description);
}
