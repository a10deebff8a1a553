import { afterEach, expect, test, vi } from 'vitest';
import type { ListKind } from '@/lib/db/generated/client';
import { db } from '@/lib/db/prisma';
import { log } from '@/lib/log/logger';
import { useEmulator } from '@/testing/astra/emulator';
import {
  addCardAtAstra,
  askEmulator,
  connectionOf,
  createAstraPerson,
} from '@/testing/astra/person';
import { everyText } from '@/testing/every-text';
import { forgetJobs, jobs, makeJobsDue, runJobs } from '@/testing/jobs';
import { createConnectedPerson, createPerson } from '@/testing/rows/people';
import { NeedsAuthorizationError } from './errors';
import { finishLoan, recallUnlessOnLoan } from './finish-loan';
import { getAccessToken } from './get-access-token';
import { lendAccessToken } from './lend-access-token';
import { recallAccessToken } from './recall-access-token';
import { refreshTokens } from './refresh-tokens';

const emulator = await useEmulator();
afterEach(() => void vi.restoreAllMocks());

/** Lends a token, and tells the number of its pair. */
async function lend(userId: string) {
  const lent = await lendAccessToken(userId, 'cards');
  return { ...lent, version: (await connectionOf(userId)).tokenVersion };
}

const finish = (userId: string, loan: string, purpose: ListKind = 'cards') =>
  db().$transaction((tx) => finishLoan(tx, { userId, purpose, loan, addedNothing: false }));

/** Lets time pass since all that was lent until now. */
const passSeconds = (seconds: number) => db().$executeRaw`
  UPDATE access_token_loans SET created_at = created_at - make_interval(secs => ${seconds}),
    expires_at = expires_at - make_interval(secs => ${seconds})`;

const useAtAstra = (accessToken: string) =>
  askEmulator(`${emulator.api}/v1/user`, `Bearer ${accessToken}`);
const asksToRefresh = () => emulator.proxy.calls('POST', '/v1/oauth/token');

test('a lent token is good on the secure host, and refused everywhere once it is recalled', async () => {
  const { user } = await createAstraPerson(emulator);
  const { accessToken, version } = await lend(user.id);
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
  const { accessToken } = await lend(user.id);
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
  expect(await jobs('recall_access_token')).toEqual([]);
  await forgetJobs();
});

test('two forms of one person share a token until both are done with it', async () => {
  const { user } = await createAstraPerson(emulator);
  const [one, other] = [await lend(user.id), await lend(user.id)];
  expect(other.accessToken).toBe(one.accessToken);
  const lent = { userId: user.id, version: one.version };
  expect(await finish(user.id, one.loan)).toBe(one.version);
  await recallUnlessOnLoan(lent);
  await useAtAstra(other.accessToken);
  expect(await finish(user.id, other.loan)).toBe(other.version);
  await recallUnlessOnLoan(lent);
  await expect(useAtAstra(other.accessToken)).rejects.toThrow('401');
  await makeJobsDue();
  await runJobs();
  expect(asksToRefresh()).toHaveLength(1);
});

test('a form that never comes back keeps nobody else from ending the token in the end', async () => {
  const { user } = await createAstraPerson(emulator);
  const [gone, other] = [await lend(user.id), await lend(user.id)];
  await passSeconds(180);
  await finish(user.id, other.loan);
  await recallUnlessOnLoan({ userId: user.id, version: other.version });
  await expect(useAtAstra(gone.accessToken)).rejects.toThrow('401');
  await forgetJobs();
});

test('borrowing again and again puts off no recall', async () => {
  const { user } = await createAstraPerson(emulator);
  const { accessToken } = await lend(user.id);
  const [first] = await jobs('recall_access_token');
  for (const _time of [1, 2, 3]) await lend(user.id);
  await db().$executeRaw`
    UPDATE graphile_worker._private_jobs SET run_at = clock_timestamp()
    WHERE id IN (SELECT id FROM graphile_worker.jobs WHERE key = ${first?.key})`;
  await runJobs();
  await expect(useAtAstra(accessToken)).rejects.toThrow('401');
  await forgetJobs();
});

test('a pair that was lent a minute ago is replaced before it is lent again', async () => {
  const { user } = await createAstraPerson(emulator);
  const first = await lend(user.id);
  await passSeconds(61);
  const second = await lend(user.id);
  expect(second.version).toBe(first.version + 1);
  await expect(useAtAstra(first.accessToken)).rejects.toThrow('401');
  await useAtAstra(second.accessToken);
  await forgetJobs();
});

test('a loan is finished once, by its person, and for what it was made', async () => {
  const [ann, ben] = [await createConnectedPerson(), await createConnectedPerson()];
  const { loan, version } = await lend(ann.id);
  expect(await finish(ann.id, 'invented')).toBeNull();
  expect(await finish(ben.id, loan)).toBeNull();
  expect(await finish(ann.id, loan, 'accounts')).toBeNull();
  const ends = await Promise.all([1, 2, 3].map(() => finish(ann.id, loan)));
  expect(ends.filter((end) => end !== null)).toEqual([version]);
  await forgetJobs();
});

test('after an ordinary refresh there is nothing to recall, and Astra is not asked', async () => {
  const { user } = await createAstraPerson(emulator);
  const { accessToken, version } = await lend(user.id);
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
  const { accessToken, version } = await lend(user.id);
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
  const { accessToken, version } = await lend(user.id);
  const status = 'needs_authorization';
  await db().astraConnection.update({ where: { userId: user.id }, data: { status } });
  await makeJobsDue();
  await runJobs();
  await expect(useAtAstra(accessToken)).rejects.toThrow('401');
  expect(await connectionOf(user.id)).toMatchObject({ status, tokenVersion: version + 1 });
});

test('a recall that Astra refuses is told to the operator, and is over', async () => {
  const user = await createConnectedPerson();
  const { version } = await lend(user.id);
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
  const { accessToken, version } = await lend(user.id);
  expect(`Bearer ${accessToken}`).not.toBe(bearer);
  expect(version).toBe(1);
  await forgetJobs();
});

test('nothing is lent to somebody who has not authorized us, and no recall is planned', async () => {
  const stranger = await createPerson();
  await expect(lendAccessToken(stranger.id, 'cards')).rejects.toThrow(NeedsAuthorizationError);
  expect(await jobs()).toEqual([]);
});

test('what is written down of a loan holds neither the token nor the secret', async () => {
  const user = await createConnectedPerson({ accessToken: 'canary-lent' });
  const { loan } = await lendAccessToken(user.id, 'cards');
  expect(await everyText()).toContain('recall_access_token');
  expect(await everyText()).not.toContain('canary');
  expect(await everyText()).not.toContain(loan);
  await forgetJobs();
});
