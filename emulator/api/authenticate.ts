import { timingSafeEqual } from 'node:crypto';
import { assumptions, type Operation } from '../contract';
import type { Request } from '../server/messages';
import { Problem } from '../server/problem';
import type { TokenRow, UserRow } from '../state/rows';
import type { World } from '../world';
import { oauthRefusal } from './read-form';

/** Whether the request carries the client's id and secret as HTTP Basic. */
function isClient(world: World, request: Request): boolean {
  const [scheme = '', encoded = ''] = (request.headers.authorization ?? '').split(' ');
  if (scheme.toLowerCase() !== 'basic') return false;
  const given = Buffer.from(encoded, 'base64');
  return goodSecrets(world).some((secret) => {
    const wanted = Buffer.from(`${world.client.clientId}:${secret}`);
    return given.length === wanted.length && timingSafeEqual(given, wanted);
  });
}

/** The client's secret, and for a while after a rotation the one before. */
function goodSecrets({ client, clock }: World): string[] {
  const { clientSecret, oldSecret } = client;
  const isOldGood = oldSecret !== null && oldSecret.acceptedUntilMs > clock.now();
  return isOldGood ? [clientSecret, oldSecret.secret] : [clientSecret];
}

/** @throws Problem 401 unless the request carries the client's keys; as OAuth spells it for forms */
export function requireClient(world: World, { form }: Operation, request: Request): void {
  if (isClient(world, request)) return;
  if (form !== undefined)
    throw oauthRefusal(assumptions.tokenErrors.invalidClient, 'Unknown client.');
  throw new Problem(401, 'Invalid client_id or client_secret.');
}

/** The access token that a request carries, as far as it is known, expired or not. */
export function tokenOf(world: World, request: Request): TokenRow | undefined {
  const [scheme = '', token = ''] = (request.headers.authorization ?? '').split(' ');
  return scheme.toLowerCase() === 'bearer' ? world.store.accessTokens.get(token) : undefined;
}

/**
 * The user on whose behalf the request is made.
 *
 * @throws Problem 401 for a missing, unknown, replaced or expired access token
 */
export function requireUser(world: World, request: Request): UserRow {
  const row = tokenOf(world, request);
  const isValid = (row?.expiresMs ?? 0) > world.clock.now();
  const user = isValid ? world.store.users.get(row?.userId ?? '') : undefined;
  if (user === undefined) {
    throw new Problem(assumptions.badBearer.status, assumptions.badBearer.description);
  }
  return user;
}
