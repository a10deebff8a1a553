import { expect, test } from 'vitest';
import { redirectUri, type TestEmulator, testEmulator } from '../testing/emulator';
import { addCard, onboard } from '../testing/person';

const own = new URL(redirectUri).origin;

function preflight(emulator: TestEmulator, origin: string, base = emulator.secureUrl) {
  return fetch(`${base}/v1/cards`, {
    method: 'OPTIONS',
    headers: {
      origin,
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'authorization,content-type',
    },
  });
}

test('a browser that asks from a registered page may send a card to the secure host', async () => {
  const emulator = await testEmulator();
  const answer = await preflight(emulator, own);
  expect(answer.status).toBe(204);
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    'access-control-allow-origin': own,
    'access-control-allow-methods': 'POST',
    'access-control-allow-headers': 'authorization, content-type',
    vary: 'origin',
  });
  expect(answer.headers.has('access-control-allow-credentials')).toBe(false);
});

test('the page may read the answer, also a refusal, and the id of its request', async () => {
  const emulator = await testEmulator();
  const { auth } = await onboard(emulator);
  for (const authorization of [auth, 'Bearer nobody']) {
    const answer = await fetch(`${emulator.secureUrl}/v1/cards`, {
      method: 'POST',
      headers: { origin: own, authorization, 'content-type': 'application/json' },
      body: '{}',
    });
    expect(answer.status).toBe(authorization === auth ? 400 : 401);
    expect(answer.headers.get('access-control-allow-origin')).toBe(own);
    expect(answer.headers.get('access-control-expose-headers')).toBe('request-id');
  }
});

test.each([
  'https://stranger.example',
  'null',
  'http://localhost:3001',
  'http://localhost:3000.stranger.example',
])('a page of %s may neither ask nor read', async (origin) => {
  const emulator = await testEmulator();
  const answer = await preflight(emulator, origin);
  expect(answer.status).toBe(405);
  expect(answer.headers.has('access-control-allow-origin')).toBe(false);
});

test('the API and the hosted pages answer no page of any site', async () => {
  const emulator = await testEmulator();
  for (const base of [emulator.apiUrl, emulator.hostedUrl]) {
    const answer = await preflight(emulator, own, base);
    expect(answer.headers.has('access-control-allow-origin')).toBe(false);
  }
});

test('a server, which sends no origin, is answered as ever', async () => {
  const emulator = await testEmulator();
  const { auth } = await onboard(emulator);
  const { status, headers } = await addCard(emulator, auth, '4000056655665556');
  expect(status).toBe(200);
  expect(headers.has('access-control-allow-origin')).toBe(false);
});
