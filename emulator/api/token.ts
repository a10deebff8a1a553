import { assumptions, tokenRequest } from '../contract';
import { type Handler, json, type Reply, type Request } from '../server/messages';
import { Problem } from '../server/problem';
import { tokenOwner } from '../state/store';
import type { World } from '../world';
import { isClient } from './authenticate';
import { fieldErrors } from './validate';

const { accessTokenLifetimeMs, refreshTokenLifetimeMs, tokenErrors } = assumptions;

/** `POST /v1/oauth/token`: a code, or a refresh token, becomes a pair of tokens. */
export function tokenEndpoint(world: World): Handler {
  return (request) => {
    if (!isClient(world, request)) throw refusal(tokenErrors.invalidClient, 'Unknown client.');
    const grant = readGrant(request);
    if (!world.redirectUris.includes(grant.redirect_uri)) {
      throw invalidGrant('The redirect_uri is not registered for this client.');
    }
    return grant.grant_type === 'authorization_code'
      ? exchangeCode(world, grant.code, grant.redirect_uri)
      : refresh(world, grant.refresh_token);
  };
}

function exchangeCode(world: World, code: string, redirectUri: string): Reply {
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
function refresh(world: World, token: string): Reply {
  const row = world.store.refreshTokens.get(token);
  if (row === undefined || row.clientId !== world.client.clientId) {
    throw invalidGrant('The refresh token is unknown.');
  }
  if (row.expiresMs <= world.clock.now()) throw invalidGrant('The refresh token has expired.');
  return issueTokens(world, row.userId);
}

function issueTokens(world: World, userId: string): Reply {
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
  const reply = json(200, {
    access_token: access.id,
    expires_in: accessTokenLifetimeMs / 1000,
    refresh_token: refreshId,
    token_type: 'Bearer',
  });
  return { ...reply, headers: { ...reply.headers, 'cache-control': 'no-store' } };
}

function readGrant(request: Request) {
  const fields = Object.fromEntries(new URLSearchParams(request.body.toString('utf8')));
  const isForm = (request.headers['content-type'] ?? '').startsWith(
    'application/x-www-form-urlencoded',
  );
  const grantType = fields.grant_type;
  if (isForm && grantType !== 'authorization_code' && grantType !== 'refresh_token') {
    throw refusal(
      tokenErrors.unsupportedGrantType,
      'grant_type must be authorization_code or refresh_token.',
    );
  }
  const result = tokenRequest.safeParse(isForm ? fields : {});
  if (result.success) return result.data;
  const description = isForm
    ? Object.entries(fieldErrors(result.error, fields))
        .map(([field, texts]) => `${field}: ${texts.join(' ')}`)
        .join(' ')
    : 'The body must be form-encoded.';
  throw refusal({ status: 400, error: 'invalid_request' }, description);
}

function invalidGrant(description: string): Problem {
  return refusal(tokenErrors.invalidGrant, description);
}

function refusal(kind: { status: number; error: string }, description: string): Problem {
  return new Problem(kind.status, description, {
    body: { error: kind.error, error_description: description },
    headers: { 'cache-control': 'no-store' },
  });
}
