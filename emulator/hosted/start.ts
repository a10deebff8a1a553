import type { z } from 'zod';
import { checkFields, fieldErrors } from '../api/validate';
import { authorizePageQuery, linkCardPageQuery } from '../contract';
import type { Handler, Request } from '../server/messages';
import { Problem } from '../server/problem';
import type { FlowRow } from '../state/rows-world';
import type { World } from '../world';
import { flowLifetimeMs, goOn } from './flow';

/** Astra's words for a phone number that is not the one of the person in the link. */
export const phoneMismatch = 'Token Authentication Required';

/** `GET /login/oauth/authorize` */
export function startAuthorize(world: World): Handler {
  return (request) => {
    const query = readQuery(world, authorizePageQuery, request);
    return start(world, {
      ...common(query),
      kind: 'authorize',
      intentId: query.user_intent_id ?? null,
      bypassConnect: query.bypass_connect === 'true',
    });
  };
}

/** `GET /cards/connect` */
export function startLinkCard(world: World): Handler {
  return (request) => {
    const query = readQuery(world, linkCardPageQuery, request);
    return start(world, {
      ...common(query),
      kind: 'link_card',
      intentId: null,
      bypassConnect: false,
    });
  };
}

type Opening = Omit<
  FlowRow,
  'id' | 'step' | 'personId' | 'sms' | 'draft' | 'location' | 'createdMs'
>;

function common(query: z.output<typeof linkCardPageQuery>) {
  return {
    clientId: query.client_id,
    redirectUri: query.redirect_uri,
    state: query.state ?? null,
    userId: query.user_id ?? null,
    phone: query.phone ?? null,
    phoneReadOnly: query.phone_read_only === 'true' && query.phone !== undefined,
    debitDirect: query.debit_direct === 'true',
  };
}

function start(world: World, opening: Opening) {
  const { store, random, clock, scheduler } = world;
  checkPerson(world, opening);
  const flow = store.flows.put({
    ...opening,
    id: random.alphanumeric(40),
    step: 'terms',
    personId: null,
    sms: null,
    draft: null,
    location: null,
    createdMs: clock.now(),
  });
  scheduler.plan('forget_flow', flow.id, flowLifetimeMs);
  return goOn(flow);
}

/**
 * Nobody is sent anywhere before the client and the address are known to belong together: a link with
 * a forged address would otherwise carry a code to a stranger.
 */
function readQuery<Query>(world: World, schema: z.ZodType<Query>, request: Request): Query {
  const given = Object.fromEntries(request.query);
  if (given.client_id !== world.client.clientId) {
    throw new Problem(400, 'Invalid client_id: no such client is registered.');
  }
  if (!world.redirectUris.includes(given.redirect_uri ?? '')) {
    throw new Problem(400, 'Invalid redirect_uri: it is not registered for this client.');
  }
  const result = checkFields(schema, given, world.strict);
  if (result.success) return result.data;
  const errors = fieldErrors(result.error, given);
  if (errors.phone !== undefined) throw new Problem(400, phoneMismatch);
  const text = Object.entries(errors).map(([name, texts]) => `${name}: ${texts.join(' ')}`);
  throw new Problem(400, `This link has a wrong parameter. ${text.join(' ')}`);
}

function checkPerson(world: World, { intentId, userId, phone }: Opening): void {
  const intent = intentId === null ? undefined : world.store.intents.get(intentId);
  const user = userId === null ? undefined : world.store.users.get(userId);
  if (intentId !== null && intent === undefined) {
    throw new Problem(400, 'Invalid user_intent_id: no such user intent exists.');
  }
  if (userId !== null && user === undefined) {
    throw new Problem(400, 'Invalid user_id: no such user exists.');
  }
  const known = user?.phone ?? intent?.phone;
  if (phone !== null && known !== undefined && known !== `+1${phone}`) {
    throw new Problem(400, phoneMismatch);
  }
}
