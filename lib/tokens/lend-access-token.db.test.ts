import { afterEach, expect, test, vi } from 'vitest';
import { db } from '@/lib/db/prisma';
import { log } from '@/lib/log/logger';
import {
  addCardAtAstra,
  askEmulator,
  connectionOf,
  createAstraPerson,
} from '@/testing/astra-person';
import { useEmulator } from '@/testing/emulator';
import { everyText } from '@/testing/every-text';
import { forgetJobs, jobs, makeJobsDue, runJobs } from '@/testing/jobs';
import { createConnectedPerson, createPerson } from '@/testing/people';
import { NeedsAuthorizationError } from './errors';
import { getAccessToken } from './get-access-token';
import { lendAccessToken } from './lend-access-token';
import { recallAccessToken } from './recall-access-token';
import { refreshTokens } from './refresh-tokens';

const emulator = await useEmulator();
afterEach(() => void vi.restoreAllMocks());

const useAtAstra = (accessToken: string) =>
  askEmulator(`${emulator.api}/v1/user`, `Bearer ${accessToken}`);
const asksToRefresh = () => emulator.proxy.calls('POST', '/v1/oauth/token');

test('a lent token is good on the secure host, and refused everywhere once it is recalled', async () => {
  const { user } = await createAstraPerson(emulator);
  const { accessToken, version } = await lendAccessToken(user.id);
  await addCardAtAstra(emulator, `Bearer ${accessToken}`, '4000056655665556');
  await recallAccessToken({ userId: user.id, version });
  await expect(useAtAstra(accessToken)).rejects.toThrow('401');
  await expect(
    addCardAtAstra(emulator, `Bearer ${accessToken}`, '4242424242424242'),
  ).rejects.toThrow('401');
  await useAtAstra((await getAccessToken(user.id)).accessToken);
  await forgetJobs();
});

test('a borrower who is never heard of again loses the token after three minutes', async () => {
  const { user } = await createAstraPerson(emulator);
  const { accessToken } = await lendAccessToken(user.id);
  const [due] = await db().$queryRaw<{ seconds: number }[]>`
    SELECT extract(epoch FROM run_at - clock_timestamp())::float AS seconds
    FROM graphile_worker.jobs WHERE task_identifier = 'recall_access_token'`;
  expect(due?.seconds).toBeGreaterThan(170);
  expect(due?.seconds).toBeLessThanOrEqual(180);
  await runJobs();
  await useAtAstra(accessToken);

  await makeJobsDue();
  await runJobs();
  await expect(useAtAstra(accessToken)).rejects.toThrow('401');
  expect(await jobs()).toEqual([]);
});

test('two lends of the same pair are one loan, which one recall ends', async () => {
  const { user } = await createAstraPerson(emulator);
  const [first, second] = [await lendAccessToken(user.id), await lendAccessToken(user.id)];
  expect(second).toEqual(first);
  expect(await jobs('recall_access_token')).toHaveLength(1);
  await Promise.all(
    [first, second].map(({ version }) => recallAccessToken({ userId: user.id, version })),
  );
  expect(asksToRefresh()).toHaveLength(1);
  await makeJobsDue();
  await runJobs();
  expect(asksToRefresh()).toHaveLength(1);
});

test('after an ordinary refresh there is nothing to recall, and Astra is not asked', async () => {
  const { user } = await createAstraPerson(emulator);
  const { accessToken, version } = await lendAccessToken(user.id);
  const newer = await refreshTokens(user.id, version);
  await recallAccessToken({ userId: user.id, version });
  await makeJobsDue();
  await runJobs();
  expect(asksToRefresh()).toHaveLength(1);
  await expect(useAtAstra(accessToken)).rejects.toThrow('401');
  await useAtAstra(newer.accessToken);
});

test('a recall that Astra does not answer is tried again until the token is dead', async () => {
  const { user } = await createAstraPerson(emulator);
  const { accessToken, version } = await lendAccessToken(user.id);
  emulator.proxy.arm('POST', '/v1/oauth/token', { kind: 'lose_request' }, 2);
  await expect(recallAccessToken({ userId: user.id, version })).rejects.toThrow();
  await makeJobsDue();
  await runJobs();
  await useAtAstra(accessToken);
  await makeJobsDue();
  await runJobs();
  await expect(useAtAstra(accessToken)).rejects.toThrow('401');
  expect((await connectionOf(user.id)).status).toBe('active');
});

test('a token is recalled from somebody who must authorize us again, too, and they still must', async () => {
  const { user } = await createAstraPerson(emulator);
  const { accessToken, version } = await lendAccessToken(user.id);
  const status = 'needs_authorization';
  await db().astraConnection.update({ where: { userId: user.id }, data: { status } });
  await makeJobsDue();
  await runJobs();
  await expect(useAtAstra(accessToken)).rejects.toThrow('401');
  expect(await connectionOf(user.id)).toMatchObject({ status, tokenVersion: version + 1 });
});

test('a recall that Astra refuses is told to the operator, and is over', async () => {
  const user = await createConnectedPerson();
  const { version } = await lendAccessToken(user.id);
  const told = vi.spyOn(log(), 'warn');
  for (const time of [1, 2]) {
    await recallAccessToken({ userId: user.id, version });
    const sentences = told.mock.calls.map(([, sentence]) => sentence);
    expect(sentences.filter((text) => text?.includes('could not be recalled'))).toHaveLength(time);
    expect(await connectionOf(user.id)).toMatchObject({
      status: 'needs_authorization',
      refreshLeaseId: null,
    });
  }
  expect(asksToRefresh()).toHaveLength(2);
  await forgetJobs();
});

test('a token that ends within a minute is not lent; a fresh one is', async () => {
  const { user, bearer } = await createAstraPerson(emulator, { expiresInMs: 30_000 });
  const { accessToken, version } = await lendAccessToken(user.id);
  expect(`Bearer ${accessToken}`).not.toBe(bearer);
  expect(version).toBe(1);
  await forgetJobs();
});

test('nothing is lent to somebody who has not authorized us, and no recall is planned', async () => {
  const stranger = await createPerson();
  await expect(lendAccessToken(stranger.id)).rejects.toThrow(NeedsAuthorizationError);
  expect(await jobs()).toEqual([]);
});

test('the plan of a recall holds no token', async () => {
  const user = await createConnectedPerson({ accessToken: 'canary-lent' });
  await lendAccessToken(user.id);
  expect(await everyText()).toContain('recall_access_token');
  expect(await everyText()).not.toContain('canary');
  await forgetJobs();
});
