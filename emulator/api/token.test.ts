import { expect, test } from 'vitest';
import { redirectUri, testEmulator } from '../testing/emulator';
import {
  authenticate,
  authorizeUrl,
  bearer,
  createIntent,
  decided,
  exchange,
  onboard,
  person,
} from '../testing/person';

async function freshCode(emulator: Awaited<ReturnType<typeof testEmulator>>) {
  const intentId = await createIntent(emulator, person());
  await decided(emulator, intentId);
  const url = authorizeUrl(emulator, { user_intent_id: intentId, bypass_connect: 'true' });
  return (await authenticate(emulator, url, '5557771234')).left;
}

test('a code gives tokens of the documented shapes, once', async () => {
  const emulator = await testEmulator();
  const left = await freshCode(emulator);
  const first = await exchange(emulator, left);
  expect(first.status).toBe(200);
  expect(first.headers.get('request-id')).toBeTruthy();
  expect(first.body).toEqual({
    access_token: expect.stringMatching(/^[A-Za-z0-9]{42}$/),
    refresh_token: expect.stringMatching(/^[A-Za-z0-9]{48}$/),
    expires_in: 7200,
    token_type: 'Bearer',
  });
  const second = await exchange(emulator, left);
  expect(second.status).toBe(400);
  expect(second.body.error).toBe('invalid_grant');
});

test('a code is refused with another registered address, and still good with its own', async () => {
  const other = 'http://localhost:3000/other';
  const emulator = await testEmulator({ settings: { redirectUris: [redirectUri, other] } });
  const left = await freshCode(emulator);
  const code = left?.searchParams.get('code') ?? '';
  const wrong = await emulator.token({
    grant_type: 'authorization_code',
    code,
    redirect_uri: other,
  });
  expect([wrong.status, wrong.body.error]).toEqual([400, 'invalid_grant']);
  expect((await exchange(emulator, left)).status).toBe(200);
});

test('refreshing ends the old access token, gives a new refresh token and keeps the old one', async () => {
  const emulator = await testEmulator();
  const { tokens, auth } = await onboard(emulator);
  const refresh = (token: string) =>
    emulator.token({
      grant_type: 'refresh_token',
      refresh_token: token,
      redirect_uri: redirectUri,
    });
  const second = await refresh(tokens.refresh_token);
  expect(second.status).toBe(200);
  expect(second.body.refresh_token).not.toBe(tokens.refresh_token);
  const old = await emulator.call('GET', '/v1/user', { auth });
  expect(old.status).toBe(401);
  expect(old.body).toEqual({
    code: 401,
    name: 'Unauthorized',
    description: 'Token Authorization Required',
  });
  const third = await refresh(tokens.refresh_token);
  const fresh = { auth: bearer(third) };
  expect((await emulator.call('GET', '/v1/user', fresh)).status).toBe(200);
  const stale = { auth: bearer(second) };
  expect((await emulator.call('GET', '/v1/user', stale)).status).toBe(401);
});

test('wrong keys, grants and fields get OAuth errors', async () => {
  const emulator = await testEmulator();
  const fields = { grant_type: 'refresh_token', refresh_token: 'x', redirect_uri: redirectUri };
  const cases: [Record<string, string>, string | undefined, number, string][] = [
    [fields, 'Basic bm90OnJpZ2h0', 401, 'invalid_client'],
    [fields, undefined, 400, 'invalid_grant'],
    [{ ...fields, redirect_uri: 'https://evil.example/' }, undefined, 400, 'invalid_grant'],
    [{ ...fields, grant_type: 'client_credentials' }, undefined, 400, 'unsupported_grant_type'],
    [{ grant_type: 'authorization_code' }, undefined, 400, 'invalid_request'],
  ];
  for (const [body, auth, status, error] of cases) {
    const answer = await emulator.token(body, auth ?? emulator.basic);
    expect([answer.status, answer.body.error]).toEqual([status, error]);
  }
});

test('a JSON body is not taken for a form', async () => {
  const emulator = await testEmulator();
  const json = { grant_type: 'refresh_token', refresh_token: 'x', redirect_uri: redirectUri };
  const answer = await emulator.call('POST', '/v1/oauth/token', { auth: emulator.basic, json });
  expect([answer.status, answer.body.error]).toEqual([400, 'invalid_request']);
});
