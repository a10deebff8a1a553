import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { afterEach, expect, test, vi } from 'vitest';
import { db } from '@/lib/db/prisma';
import { liveHub } from '@/lib/live/hub';
import { log } from '@/lib/log/logger';
import { useEmulator } from '@/testing/astra/emulator';
import { askEmulator, connectionOf, createAstraPerson } from '@/testing/astra/person';
import { programWords } from '@/testing/processes/spawn-program';
import { createConnectedPerson, createPerson } from '@/testing/rows/people';
import { until } from '@/testing/until';
import { NeedsAuthorizationError } from './errors';
import { getAccessToken } from './get-access-token';
import { openAccessToken } from './open-access-token';
import { MissingSealingKeyError } from './vault';

const emulator = await useEmulator();
const soon = 30_000;
afterEach(() => void vi.restoreAllMocks());

test('a token with time left is opened and used, without asking Astra', async () => {
  const user = await createConnectedPerson({ accessToken: 'still-good' });
  expect(await getAccessToken(user.id)).toEqual({ accessToken: 'still-good', version: 0 });
  expect(emulator.proxy.seen()).toEqual([]);
});

test('a token that ends within a minute is replaced first, and Astra takes the new one', async () => {
  const { user } = await createAstraPerson(emulator, { expiresInMs: soon });
  const { accessToken, version } = await getAccessToken(user.id);
  expect(version).toBe(1);
  await askEmulator(`${emulator.api}/v1/user`, `Bearer ${accessToken}`);
  const { accessExpiresAt, refreshLeaseId } = await connectionOf(user.id);
  expect(accessExpiresAt?.getTime()).toBeGreaterThan(Date.now() + 60 * 60_000);
  expect(refreshLeaseId).toBeNull();
  expect(await getAccessToken(user.id)).toEqual({ accessToken, version });
  expect(emulator.proxy.calls('POST', '/v1/oauth/token')).toHaveLength(1);
});

test('somebody who never connected, or must do so again, has no token', async () => {
  const stranger = await createPerson();
  await expect(getAccessToken(stranger.id)).rejects.toThrow(NeedsAuthorizationError);
  const user = await createConnectedPerson();
  const where = { userId: user.id };
  await db().astraConnection.update({ where, data: { status: 'needs_authorization' } });
  await expect(getAccessToken(user.id)).rejects.toThrow(NeedsAuthorizationError);
  expect(emulator.proxy.seen()).toEqual([]);
});

test.each([
  ['that is in use', null],
  ['that Astra has just refused', 0],
])(
  "a token %s but was moved to another person's row opens for nobody",
  async (_what, newerThan) => {
    const [ann, ben] = [await createConnectedPerson(), await createConnectedPerson()];
    const { accessTokenSealed, refreshTokenSealed } = await connectionOf(ann.id);
    await db().astraConnection.update({
      where: { userId: ben.id },
      data: { accessTokenSealed, refreshTokenSealed },
    });
    await expect(getAccessToken(ben.id, newerThan)).rejects.toThrow(NeedsAuthorizationError);
    expect(emulator.proxy.seen()).toEqual([]);
  },
);

test.each([
  ['access', null],
  ['refresh', 0],
])(
  'somebody whose %s token is damaged is asked to connect again, and the operator is told',
  async (which, newerThan) => {
    const user = await createConnectedPerson({ accessToken: 'canary', refreshToken: 'canary' });
    await db().astraConnection.update({
      where: { userId: user.id },
      data: { [`${which}TokenSealed`]: 'damaged.canary' },
    });
    const told = vi.spyOn(log(), 'error');
    const heard: unknown[] = [];
    const leave = await liveHub().subscribe(user.id, (message) => heard.push(message));
    await expect(getAccessToken(user.id, newerThan)).rejects.toThrow(NeedsAuthorizationError);
    const free = { refreshLeaseId: null, refreshLeaseUntil: null };
    const status = 'needs_authorization';
    expect(await connectionOf(user.id)).toMatchObject({ status, ...free });
    await until("the person's pages to be told", () => heard.length > 0);
    leave();
    expect(told.mock.calls).toEqual([
      [{ userId: user.id, column: `${which}_token` }, expect.stringContaining('damaged')],
    ]);
    expect(emulator.proxy.seen()).toEqual([]);
  },
);

test.each([
  ['access', null],
  ['refresh', 0],
])(
  'nobody is disconnected because this process lacks the key of an %s token',
  async (which, newerThan) => {
    const user = await createConnectedPerson({ accessToken: 'canary', refreshToken: 'canary' });
    const data = { [`${which}TokenSealed`]: 'v1.key-of-tomorrow.canary' };
    await db().astraConnection.update({ where: { userId: user.id }, data });
    await expect(getAccessToken(user.id, newerThan)).rejects.toThrow(MissingSealingKeyError);
    const free = { refreshLeaseId: null, refreshLeaseUntil: null };
    expect(await connectionOf(user.id)).toMatchObject({ status: 'active', ...free });
  },
);

test('a token that cannot be opened does not disconnect somebody who has a newer pair by now', async () => {
  const user = await createConnectedPerson({ accessToken: 'newer' });
  const connection = await connectionOf(user.id);
  const old = { ...connection, tokenVersion: -1, accessTokenSealed: 'damaged' };
  await expect(openAccessToken(old)).rejects.toThrow(NeedsAuthorizationError);
  expect(await getAccessToken(user.id)).toMatchObject({ accessToken: 'newer' });
});

test('fifty requests at the end of a token make one refresh, and all get the same new token', async () => {
  const { user } = await createAstraPerson(emulator, { expiresInMs: soon });
  const tokens = await Promise.all(Array.from({ length: 50 }, () => getAccessToken(user.id)));
  expect(new Set(tokens.map(({ accessToken }) => accessToken)).size).toBe(1);
  expect(emulator.proxy.calls('POST', '/v1/oauth/token')).toHaveLength(1);
});

test('requests in several processes make one refresh together', async () => {
  const { user } = await createAstraPerson(emulator, { expiresInMs: soon });
  const processes = await Promise.all([askingProcess(user.id, 25), askingProcess(user.id, 25)]);
  const own = Array.from({ length: 25 }, () => getAccessToken(user.id));
  const others = processes.map((answer) => answer());
  const tokens = (await Promise.all(own)).map(({ accessToken }) => accessToken);
  const all = new Set([...tokens, ...(await Promise.all(others)).flat()]);
  expect(all.size).toBe(1);
  expect(emulator.proxy.calls('POST', '/v1/oauth/token')).toHaveLength(1);
});

test('two people never get each other’s token, however their requests mix', async () => {
  const people = await Promise.all(
    ['a', 'b'].map((name) => createConnectedPerson({ accessToken: `token-of-${name}` })),
  );
  const mixed = Array.from({ length: 100 }, (_, index) => index % 2);
  const tokens = await Promise.all(mixed.map((who) => getAccessToken(people[who]?.id ?? '')));
  expect(tokens.map(({ accessToken }) => accessToken)).toEqual(
    mixed.map((who) => `token-of-${who === 0 ? 'a' : 'b'}`),
  );
});

/** A process that is ready to ask; calling the result makes it ask and gives the tokens it got. */
async function askingProcess(userId: string, times: number): Promise<() => Promise<string[]>> {
  const words = [...programWords('ask-for-tokens'), userId, String(times)];
  const child = spawn(process.execPath, words, {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const lines: string[] = [];
  const output = createInterface(child.stdout);
  await once(output, 'line');
  output.on('line', (line) => lines.push(line));
  return async () => {
    const ended = once(child, 'close');
    child.stdin.write('go\n');
    await ended;
    return lines;
  };
}
