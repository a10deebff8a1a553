import { assumptions, type operations } from '../contract';
import { issueTokens, type TokenAnswer } from '../engine/tokens';
import type { Problem } from '../server/problem';
import type { World } from '../world';
import type { Endpoint } from './endpoint';
import { oauthRefusal } from './read-form';

const { tokenErrors } = assumptions;

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

function invalidGrant(description: string): Problem {
  return oauthRefusal(tokenErrors.invalidGrant, description);
}
