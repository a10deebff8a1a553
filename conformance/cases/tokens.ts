import { tokenResponse } from '@/lib/astra/contract';
import { nothing, rule } from '../case';
import { example } from '../example';
import { refuses, refusesGrant, refusesSomehow, succeeds } from '../expectation';
import { codeGrant, newPerson, personWithCode, refreshGrant } from '../stage/people';
import { make, type Stage } from '../stage/stage';
import type { ResourceCases } from './resource-cases';

/** Somebody whose tokens were just refreshed: the old pair and the new. */
async function refreshed(stage: Stage) {
  const { accessToken, refreshToken } = await newPerson(stage);
  const form = refreshGrant(stage, refreshToken);
  const pair = await make(stage, 'tokens.exchange', { form }, tokenResponse);
  return { accessToken, refreshToken, newAccessToken: pair.access_token };
}

async function usedCode(stage: Stage): Promise<string> {
  const { code } = await personWithCode(stage);
  await make(stage, 'tokens.exchange', { form: codeGrant(stage, code) }, tokenResponse);
  return code;
}

export const tokens: ResourceCases<'tokens'> = {
  examples: {
    exchange: example({
      arrange: (stage) => personWithCode(stage),
      request: ({ code }, stage) => ({ form: codeGrant(stage, code) }),
      client: (astra, { code }) => astra.tokens.exchangeCode({ code }),
    }),
  },
  rules: [
    rule({
      operation: 'tokens.exchange',
      name: 'takes a code once',
      arrange: usedCode,
      request: (code, stage) => ({ form: codeGrant(stage, code) }),
      expect: refusesGrant('invalidGrant'),
    }),
    rule({
      operation: 'tokens.exchange',
      name: 'refuses a code that it did not give',
      arrange: nothing,
      request: (_, stage) => ({ form: codeGrant(stage, 'made-up') }),
      expect: refusesGrant('invalidGrant'),
    }),
    rule({
      operation: 'tokens.exchange',
      name: 'refuses a redirect address other than the one of the hosted page',
      arrange: (stage) => personWithCode(stage),
      request: ({ code }, stage) => ({
        form: { ...codeGrant(stage, code), redirect_uri: 'https://elsewhere.example/callback' },
      }),
      expect: refusesGrant('invalidGrant'),
    }),
    rule({
      operation: 'tokens.exchange',
      name: 'refuses other kinds of grant',
      arrange: nothing,
      request: () => ({ form: { grant_type: 'client_credentials' } }),
      expect: refusesGrant('unsupportedGrantType'),
    }),
    rule({
      operation: 'tokens.exchange',
      name: 'takes forms and no JSON',
      arrange: nothing,
      request: (_, stage) => ({ json: codeGrant(stage, 'made-up') }),
      expect: refusesSomehow(400),
    }),
    rule({
      operation: 'tokens.exchange',
      name: 'makes a new pair of a refresh token',
      arrange: (stage) => newPerson(stage),
      request: ({ refreshToken }, stage) => ({ form: refreshGrant(stage, refreshToken) }),
      expect: succeeds(),
    }),
    rule({
      operation: 'tokens.exchange',
      name: 'takes a refresh token again until it expires',
      arrange: refreshed,
      request: ({ refreshToken }, stage) => ({ form: refreshGrant(stage, refreshToken) }),
      expect: succeeds(),
    }),
    rule({
      operation: 'tokens.exchange',
      name: 'refuses a refresh token that it did not give',
      arrange: nothing,
      request: (_, stage) => ({ form: refreshGrant(stage, 'made-up') }),
      expect: refusesGrant('invalidGrant'),
    }),
    rule({
      operation: 'users.get',
      name: 'refuses an access token once there is a newer one',
      arrange: refreshed,
      request: ({ accessToken }) => ({ accessToken }),
      expect: refuses(401),
    }),
    rule({
      operation: 'users.get',
      name: 'takes the newest access token',
      arrange: refreshed,
      request: ({ newAccessToken }) => ({ accessToken: newAccessToken }),
      expect: succeeds(),
    }),
  ],
};
