import { expect, test } from 'vitest';
import { db } from '@/lib/db/prisma';
import { useEmulator } from '@/testing/astra/emulator';
import { askEmulator, connectionOf, createAstraPerson } from '@/testing/astra/person';
import { createConnectedPerson } from '@/testing/rows/people';
import { NeedsAuthorizationError } from './errors';
import { getAccessToken } from './get-access-token';
import { refreshTokens } from './refresh-tokens';
import { sealToken } from './sealed-tokens';

const emulator = await useEmulator();
const tokenCalls = () => emulator.proxy.calls('POST', '/v1/oauth/token');
const free = { refreshLeaseId: null, refreshLeaseUntil: null };

test('a refused refresh token means that the person must authorize again, and is asked about once', async () => {
  const user = await createConnectedPerson({ refreshToken: 'long-dead', expiresInMs: 0 });
  const asked = Array.from({ length: 8 }, () => getAccessToken(user.id));
  for (const one of await Promise.allSettled(asked)) {
    expect(one).toMatchObject({ status: 'rejected', reason: expect.any(NeedsAuthorizationError) });
  }
  await expect(getAccessToken(user.id)).rejects.toThrow(NeedsAuthorizationError);
  expect(tokenCalls()).toHaveLength(1);
  expect(await connectionOf(user.id)).toMatchObject({ status: 'needs_authorization', ...free });
});

test.each([
  ['answers 500', { kind: 'answer', status: 500, workIsDone: false }],
  ['answers 503', { kind: 'answer', status: 503, workIsDone: false }],
  ['answers 429', { kind: 'answer', status: 429, workIsDone: false }],
  ['does not know this client', { kind: 'answer', status: 401, workIsDone: false }],
  ['breaks the connection', { kind: 'lose_request' }],
  ['issues tokens that get lost', { kind: 'lose_answer' }],
] as const)(
  'an Astra that %s leaves the connection active and free for the next',
  async (_what, fault) => {
    const { user } = await createAstraPerson(emulator, { expiresInMs: 0 });
    emulator.proxy.arm('POST', '/v1/oauth/token', fault);
    await expect(getAccessToken(user.id)).rejects.toMatchObject({ outcomeUnknown: true });
    expect(await connectionOf(user.id)).toMatchObject({
      status: 'active',
      tokenVersion: 0,
      ...free,
    });
    expect(await getAccessToken(user.id)).toMatchObject({ version: 1 });
    expect(tokenCalls()).toHaveLength(2);
  },
);

test('the lease of a holder that died is taken over when it ends', async () => {
  const { user } = await createAstraPerson(emulator, { expiresInMs: 0 });
  await db().$executeRaw`
    UPDATE astra_connections SET refresh_lease_id = gen_random_uuid(),
      refresh_lease_until = clock_timestamp() - interval '1 second'
    WHERE user_id = ${user.id}::uuid`;
  expect(await getAccessToken(user.id)).toMatchObject({ version: 1 });
  expect(await connectionOf(user.id)).toMatchObject(free);
});

test('a holder that died between the answer and its writing is followed by one who asks again', async () => {
  const { user } = await createAstraPerson(emulator, { expiresInMs: 0 });
  const gate = emulator.proxy.arm('POST', '/v1/oauth/token', { kind: 'hold', workIsDone: true });
  const dead = refreshTokens(user.id, 0).catch(() => 'written by nobody');
  await gate.reached;
  // What a killed process leaves: a pair that only Astra knows, and a lease that ends by itself.
  await db().$executeRaw`
    UPDATE astra_connections SET refresh_lease_id = gen_random_uuid(),
      refresh_lease_until = clock_timestamp() + interval '1 second'
    WHERE user_id = ${user.id}::uuid`;
  gate.release();
  expect(await dead).toBe('written by nobody');
  const { accessToken, version } = await getAccessToken(user.id);
  expect(version).toBe(1);
  await askEmulator(`${emulator.api}/v1/user`, `Bearer ${accessToken}`);
});

test('whoever waits for a lease gets the pair that its holder brings', async () => {
  const { user } = await createAstraPerson(emulator, { expiresInMs: 0 });
  const gate = emulator.proxy.arm('POST', '/v1/oauth/token', { kind: 'hold', workIsDone: true });
  const holder = getAccessToken(user.id);
  await gate.reached;
  const waiter = getAccessToken(user.id);
  gate.release();
  expect(await waiter).toEqual(await holder);
  expect(tokenCalls()).toHaveLength(1);
});

test('an answer that comes after a newer pair was written changes nothing', async () => {
  const { user } = await createAstraPerson(emulator, { expiresInMs: 0 });
  const gate = emulator.proxy.arm('POST', '/v1/oauth/token', { kind: 'hold', workIsDone: false });
  const late = refreshTokens(user.id, 0);
  await gate.reached;
  const newer = { accessTokenSealed: sealToken('newer', user.id, 'access_token'), tokenVersion: 5 };
  await db().astraConnection.update({ where: { userId: user.id }, data: { ...newer, ...free } });
  gate.release();
  await expect(late).rejects.toMatchObject({ name: 'RefreshBusyError' });
  expect(await connectionOf(user.id)).toMatchObject(newer);
});

test('a holder that slept past its lease neither writes nor frees the lease of the next', async () => {
  const { user } = await createAstraPerson(emulator, { expiresInMs: 0 });
  const gate = emulator.proxy.arm('POST', '/v1/oauth/token', { kind: 'hold', workIsDone: true });
  const asleep = refreshTokens(user.id, 0);
  await gate.reached;
  await db().$executeRaw`
    UPDATE astra_connections SET refresh_lease_until = clock_timestamp() - interval '1 second'
    WHERE user_id = ${user.id}::uuid`;
  const fresh = await refreshTokens(user.id, 0);
  gate.release();
  await expect(asleep).rejects.toMatchObject({ name: 'RefreshBusyError' });
  expect(await getAccessToken(user.id)).toEqual(fresh);
});

test('a refusal that comes late does not disconnect somebody who has connected again', async () => {
  const user = await createConnectedPerson({ refreshToken: 'long-dead', expiresInMs: 0 });
  const gate = emulator.proxy.arm('POST', '/v1/oauth/token', { kind: 'hold', workIsDone: true });
  const late = refreshTokens(user.id, 0);
  await gate.reached;
  await db().astraConnection.update({
    where: { userId: user.id },
    data: { tokenVersion: { increment: 1 }, ...free },
  });
  gate.release();
  await expect(late).rejects.toThrow(NeedsAuthorizationError);
  expect((await connectionOf(user.id)).status).toBe('active');
});

test('a refresh token that Astra does not replace is kept, and ends when it would have ended', async () => {
  const { user } = await createAstraPerson(emulator, { expiresInMs: 0 });
  const before = await connectionOf(user.id);
  emulator.proxy.arm('POST', '/v1/oauth/token', {
    kind: 'answer',
    status: 200,
    body: { access_token: 'newer', expires_in: 7200, token_type: 'Bearer' },
    workIsDone: false,
  });
  expect(await getAccessToken(user.id)).toMatchObject({ accessToken: 'newer', version: 1 });
  const after = await connectionOf(user.id);
  expect(after.refreshExpiresAt).toEqual(before.refreshExpiresAt);
  await db().astraConnection.update({
    where: { userId: user.id },
    data: { accessExpiresAt: new Date(0) },
  });
  expect(await getAccessToken(user.id)).toMatchObject({ version: 2 });
});
