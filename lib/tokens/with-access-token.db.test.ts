import { expect, test } from 'vitest';
import { astra } from '@/lib/partner/astra';
import { useEmulator } from '@/testing/astra/emulator';
import { askEmulator, connectionOf, createAstraPerson } from '@/testing/astra/person';
import { createConnectedPerson } from '@/testing/rows/people';
import { getAccessToken } from './get-access-token';
import { openToken } from './sealed-tokens';
import { withAccessToken } from './with-access-token';

const emulator = await useEmulator();
const tokenCalls = () => emulator.proxy.calls('POST', '/v1/oauth/token');
const userCalls = () => emulator.proxy.calls('GET', '/v1/user');
const me = (userId: string) =>
  withAccessToken(userId, (accessToken) => astra().users.me({ accessToken }));

test('a read goes out with the stored token', async () => {
  const { user, astraUserId } = await createAstraPerson(emulator);
  expect(await me(user.id)).toMatchObject({ id: astraUserId });
  expect(tokenCalls()).toHaveLength(0);
});

test('a token that Astra ended early is replaced, and the read is repeated once', async () => {
  const { user, astraUserId } = await createAstraPerson(emulator);
  await replaceAtAstra(user.id);
  expect(await me(user.id)).toMatchObject({ id: astraUserId });
  expect(tokenCalls()).toHaveLength(1);
  expect(userCalls()).toHaveLength(2);
});

test('a 401 because another process has just refreshed is answered with its pair, without a refresh', async () => {
  const { user, astraUserId } = await createAstraPerson(emulator);
  let asked = 0;
  const found = await withAccessToken(user.id, async (accessToken) => {
    asked += 1;
    // Between our reading the row and our call, somebody else refreshes.
    if (asked === 1) await getAccessToken(user.id, 0);
    return astra().users.me({ accessToken });
  });
  expect(found.id).toBe(astraUserId);
  expect(asked).toBe(2);
  expect(tokenCalls()).toHaveLength(1);
});

test('an endpoint that always answers 401 is called twice and no more', async () => {
  const { user } = await createAstraPerson(emulator);
  const fault = { kind: 'answer', status: 401, workIsDone: false } as const;
  emulator.proxy.arm('GET', '/v1/user', fault, 10);
  await expect(me(user.id)).rejects.toMatchObject({ kind: 'authentication' });
  expect(userCalls()).toHaveLength(2);
  expect(tokenCalls()).toHaveLength(1);
});

test('an error that is not about the token is not repeated here', async () => {
  const user = await createConnectedPerson();
  let asked = 0;
  const failing = withAccessToken(user.id, async () => {
    asked += 1;
    throw new Error('something else');
  });
  await expect(failing).rejects.toThrow('something else');
  expect(asked).toBe(1);
});

/** Uses the refresh token behind the app's back, which ends the access token that the app has. */
async function replaceAtAstra(userId: string): Promise<void> {
  const { refreshTokenSealed } = await connectionOf(userId);
  const form = new URLSearchParams({
    grant_type: 'refresh_token',
    refresh_token: openToken(refreshTokenSealed ?? '', userId, 'refresh_token'),
    redirect_uri: 'http://localhost:3000/api/astra/callback',
  });
  await askEmulator(`${emulator.api}/v1/oauth/token`, emulator.basic, form);
}
