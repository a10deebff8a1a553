import { inspect } from 'node:util';
import { describe, expect, test } from 'vitest';
import { answeringClient, basic, sent } from '../testing/answering-client';
import { errorOf } from '../testing/test-client';
import { requestIdOf } from '../transport';
import type { SessionTokenSubject } from './partner-identity';

describe('a session token', () => {
  test.each<[SessionTokenSubject, string]>([
    [{ userIntentId: 'i' }, '{"user_intent_id":"i"}'],
    [{ businessProfileId: 'b' }, '{"business_profile_id":"b"}'],
    [{ userId: 'u' }, '{"user_id":"u"}'],
  ])('is made for %j', async (subject, body) => {
    const scripted = answeringClient(200, { token: 'hunter2' });
    const token = await scripted.astra.partnerIdentity.createSessionToken(subject);
    expect(token).toEqual({ sessionToken: 'hunter2' });
    expect(requestIdOf(token)).toBe('req-1');
    expect(sent(scripted)).toEqual({
      call: 'POST https://api.example.com/v1/partner/identity/verification',
      authorization: basic,
      type: 'application/json',
      body,
    });
  });

  test('is made with the names of the older edition as well', async () => {
    const scripted = answeringClient(200, { token: 't' });
    const provider = { provider: 'Unit', customerId: 'customer' };
    await scripted.astra.partnerIdentity.createSessionToken({ userId: 'u' }, provider);
    expect(JSON.parse(sent(scripted).body)).toEqual({
      user_id: 'u',
      client_id: 'a-client-id',
      provider: 'Unit',
      provider_data: { customer_id: 'customer' },
    });
  });

  test.each([{}, { userId: '' }, { userId: 'u', userIntentId: 'i' }])(
    'is not made for nobody or for two: %j',
    async (odd) => {
      const scripted = answeringClient(200, { token: 't' });
      const subject: SessionTokenSubject = JSON.parse(JSON.stringify(odd));
      const error = await errorOf(scripted.astra.partnerIdentity.createSessionToken(subject));
      expect(error).toMatchObject({
        kind: 'invalid_request',
        fieldErrors: { user_id: expect.any(Array) },
      });
      expect(scripted.calls).toHaveLength(0);
    },
  );

  test('does not show when it is printed', async () => {
    const { astra } = answeringClient(200, { token: 'hunter2' });
    const token = await astra.partnerIdentity.createSessionToken({ userId: 'u' });
    expect(inspect({ token }, { showHidden: true })).not.toContain('hunter2');
  });
});

describe('authorization without a page', () => {
  test('exchanges the session token in a form and vouches for consent', async () => {
    const scripted = answeringClient(200, {
      access_token: 'a',
      refresh_token: 'r',
      expires_in: 7200,
    });
    const pair = await scripted.astra.partnerIdentity.authorize({ sessionToken: 's&t' });
    expect(pair).toMatchObject({ accessToken: 'a', refreshToken: 'r', expiresInMs: 7_200_000 });
    expect(sent(scripted)).toEqual({
      call: 'POST https://api.example.com/v1/partner/identity/token',
      authorization: basic,
      type: 'application/x-www-form-urlencoded',
      body: 'token=s%26t&user_consent_captured=true',
    });
  });

  test('repeats the session token in no error', async () => {
    const { astra, events } = answeringClient(400, { description: 'hunter2 has expired' });
    const error = await errorOf(astra.partnerIdentity.authorize({ sessionToken: 'hunter2' }));
    expect(error.description).toBe('[removed] has expired');
    expect(inspect([error, events], { depth: 9, showHidden: true })).not.toContain('hunter2');
  });
});
