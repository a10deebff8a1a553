import { sessionTokenResponse, tokenResponse } from '@/lib/astra/contract';
import { nothing, rule } from '../case';
import { example } from '../example';
import { refusesField, refusesGrant, refusesSomehow, succeeds } from '../expectation';
import { decidedIntent, person } from '../stage/people';
import { make, type Stage } from '../stage/stage';
import { type ResourceCases, skips } from './resource-cases';

const sandbox = skips.needsSwitch;

async function sessionToken(stage: Stage): Promise<string> {
  const { id } = await decidedIntent(stage);
  const request = { json: { user_intent_id: id } };
  const operation = 'partnerIdentity.createSessionToken';
  return (await make(stage, operation, request, sessionTokenResponse)).token;
}

const grant = (token: string) => ({ token, user_consent_captured: 'true' });

async function authorized(stage: Stage) {
  const token = await sessionToken(stage);
  const form = grant(token);
  const pair = await make(stage, 'partnerIdentity.authorize', { form }, tokenResponse);
  return { token, accessToken: pair.access_token };
}

export const partnerIdentity: ResourceCases<'partnerIdentity'> = {
  examples: {
    createSessionToken: example({
      sandbox,
      arrange: (stage) => decidedIntent(stage),
      request: ({ id }) => ({ json: { user_intent_id: id } }),
      client: (astra, { id }) => astra.partnerIdentity.createSessionToken({ userIntentId: id }),
    }),
    authorize: example({
      sandbox,
      arrange: sessionToken,
      request: (token) => ({ form: grant(token) }),
      client: (astra, token) => astra.partnerIdentity.authorize({ sessionToken: token }),
    }),
  },
  rules: [
    rule({
      operation: 'partnerIdentity.createSessionToken',
      name: 'names a user once there is one',
      sandbox,
      arrange: person,
      request: ({ userId }) => ({ json: { user_id: userId } }),
      expect: succeeds(),
    }),
    rule({
      operation: 'partnerIdentity.createSessionToken',
      name: 'is for exactly one of intent, user and business profile',
      sandbox,
      arrange: async (stage) => ({ ...(await decidedIntent(stage)), ...(await person(stage)) }),
      request: ({ id, userId }) => ({ json: { user_intent_id: id, user_id: userId } }),
      expect: refusesField('user_id', 'user_intent_id'),
    }),
    rule({
      operation: 'partnerIdentity.authorize',
      name: 'takes a session token once',
      sandbox,
      arrange: authorized,
      request: ({ token }) => ({ form: grant(token) }),
      expect: refusesGrant('invalidGrant'),
    }),
    rule({
      operation: 'partnerIdentity.authorize',
      name: 'refuses a session token that nobody was given',
      sandbox,
      arrange: nothing,
      request: () => ({ form: grant('made-up') }),
      expect: refusesGrant('invalidGrant'),
    }),
    rule({
      operation: 'partnerIdentity.authorize',
      name: 'needs the person’s consent',
      sandbox,
      arrange: sessionToken,
      request: (token) => ({ form: { token } }),
      expect: refusesSomehow(400),
    }),
    rule({
      operation: 'users.get',
      name: 'takes the token of somebody who saw no hosted page',
      sandbox,
      arrange: authorized,
      request: ({ accessToken }) => ({ accessToken }),
      expect: succeeds(),
    }),
  ],
};
