import type { z } from 'zod';
import { checkFields, fieldErrors } from '../api/validate';
import {
  authorizePageQuery,
  linkAccountPageQuery,
  linkCardPageQuery,
  plainPageQuery,
  verifyCardPageQuery,
  verifyPageQuery,
} from '../contract';
import { Problem } from '../server/problem';
import type { FlowRow, PageKind } from '../state/rows-flows';
import type { World } from '../world';
import { checkLink } from './check-link';
import { type Link, openFlow } from './flow';
import { TokenProblem } from './token-problem';
import { vouchFor } from './vouch-for';

type Query = Readonly<Record<string, string | undefined>>;

const queries: Readonly<Record<PageKind, z.ZodType<Query>>> = {
  authorize: authorizePageQuery,
  link_card: linkCardPageQuery,
  link_account: linkAccountPageQuery,
  cards: plainPageQuery,
  verify_card: verifyCardPageQuery,
  verify_personal: verifyPageQuery,
  verify_document: verifyPageQuery,
  verify_business: plainPageQuery,
};

/**
 * Begins a person's way through the pages.
 *
 * @param sdkOrigin who is told the end when the pages are in the frame of `sdk.js`
 * @throws Problem 400 for a link that is not right
 */
export function openPage(
  world: World,
  kind: PageKind,
  given: URLSearchParams,
  sdkOrigin?: string,
): FlowRow {
  const query = readQuery(world, queries[kind], Object.fromEntries(given));
  const link = vouchFor(world, linkOf(kind, query), query.session_token);
  checkLink(world, link);
  return openFlow(world, { ...link, ...(sdkOrigin !== undefined && { sdkOrigin }) }, 'terms');
}

function linkOf(kind: PageKind, query: Query): Link {
  return {
    kind,
    clientId: query.client_id ?? '',
    redirectUri: query.redirect_uri ?? '',
    state: query.state ?? null,
    intentId: query.user_intent_id ?? null,
    userId: query.user_id ?? null,
    phone: query.phone ?? null,
    phoneReadOnly: query.phone_read_only === 'true' && query.phone !== undefined,
    bypassConnect: query.bypass_connect === 'true',
    debitDirect: query.debit_direct === 'true',
    ...(query.email !== undefined && { email: query.email }),
    ...(query.business === 'true' && { isBusiness: true }),
    ...(query.business_profile_id !== undefined && {
      businessProfileId: query.business_profile_id,
    }),
    ...(query.account_id !== undefined && { accountId: query.account_id }),
    ...(query.card_id !== undefined && { cardId: query.card_id }),
  };
}

/**
 * Nobody is sent anywhere before the client and the address are known to belong together: a link with
 * a forged address would otherwise carry a code to a stranger.
 */
function readQuery(world: World, schema: z.ZodType<Query>, given: Query): Query {
  if (given.client_id !== world.client.clientId) {
    throw new Problem(400, 'Invalid client_id: no such client is registered.');
  }
  if (!world.redirectUris.includes(given.redirect_uri ?? '')) {
    throw new Problem(400, 'Invalid redirect_uri: it is not registered for this client.');
  }
  const result = checkFields(schema, given, world.strict);
  if (result.success) return result.data;
  const errors = fieldErrors(result.error, given);
  if (errors.phone !== undefined) {
    throw new TokenProblem('The phone number in the link is not written as ten digits without +1.');
  }
  const text = Object.entries(errors).map(([name, texts]) => `${name}: ${texts.join(' ')}`);
  throw new Problem(400, `This link has a wrong parameter. ${text.join(' ')}`);
}
