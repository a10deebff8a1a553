import { afterAll, beforeEach, expect, test, vi } from 'vitest';
import { db } from '@/lib/db/prisma';
import { useEmulator } from '@/testing/astra/emulator';
import { createAstraPerson } from '@/testing/astra/person';
import { everyText } from '@/testing/every-text';
import { forgetJobs, jobs, makeJobsDue, runJobs, skipToLastAttempt } from '@/testing/jobs';
import { plaidError, plaidKeys, startPlaidServer } from '@/testing/servers/plaid-server';
import { bankLinkProvider } from './bank-link-provider';
import { findBankLink } from './find-bank-link';
import { plaidProvider } from './plaid/plaid-provider';
import { returnFromBank } from './return-from-bank';
import { startBankLink } from './start-bank-link';

vi.mock('./bank-link-provider');
const emulator = await useEmulator();
const plaid = await startPlaidServer();
const settings = {
  ...plaidKeys,
  environment: 'sandbox',
  baseUrl: plaid.url,
  pageDomain: 'plaid.test',
} as const;
vi.mocked(bankLinkProvider).mockReturnValue(plaidProvider({ ...settings, timeoutMs: 300 }));

beforeEach(forgetJobs);
afterAll(() => plaid.close());

const checking = { id: 'BxBXxLj1', name: 'Plaid Checking', mask: '0000', subtype: 'checking' };
const limit = plaidError(429, 'RATE_LIMIT_EXCEEDED', 'RATE_LIMIT');
const paths = { read: '/link/token/get', exchange: '/item/public_token/exchange' } as const;

/** Somebody who has shared an account at Plaid and is on the way back. */
async function personOnTheWayBack() {
  const { user } = await createAstraPerson(emulator);
  await startBankLink(user.id);
  const { hosted_link: page } = plaid.seen('/link/token/create').at(-1) ?? {};
  const state = page?.completion_redirect_uri.split('/').at(-1) ?? '';
  return { user, state, publicToken: plaid.share(plaid.newest(), [checking]) };
}

async function comeBack(userId: string, state: string) {
  const id = (await returnFromBank(userId, state)) ?? '';
  await runJobs();
  return { id, look: () => findBankLink(userId, id) };
}

test('an account that was shared at Plaid is added at Astra, and no token of Plaid’s is stored', async () => {
  const { user, state, publicToken } = await personOnTheWayBack();
  const { look } = await comeBack(user.id, state);
  expect(await look()).toMatchObject({ outcome: 'done', results: [{ outcome: 'added' }] });
  expect(await db().account.findMany({ where: { userId: user.id } })).toMatchObject([
    { mask: '0000', origin: 'bank_link' },
  ]);
  const text = await everyText();
  for (const secret of [publicToken, plaid.newest(), 'access-sandbox-', 'processor-sandbox-']) {
    expect(text).not.toContain(secret);
  }
});

test.each([
  ['a Plaid that is busy', paths.read, limit],
  ['a Plaid that does not answer', paths.read, 'silence'],
  ['an exchange that Plaid is too busy for', paths.exchange, limit],
] as const)('%s is asked again', async (_what, path, instead) => {
  const { user, state } = await personOnTheWayBack();
  plaid.answerOnce(path, instead);
  const { look } = await comeBack(user.id, state);
  expect(await look()).toMatchObject({ outcome: 'checking' });
  await makeJobsDue();
  await runJobs();
  expect(await look()).toMatchObject({ outcome: 'done', results: [{ outcome: 'added' }] });
});

test('a trip that Plaid does not tell of until the last attempt has failed', async () => {
  const { user, state } = await personOnTheWayBack();
  plaid.answerOnce(paths.read, limit);
  const { look } = await comeBack(user.id, state);
  plaid.answerOnce(paths.read, limit);
  await skipToLastAttempt();
  await runJobs();
  expect(await look()).toEqual({ outcome: 'failed', results: [] });
  expect(await jobs('finish_bank_link')).toEqual([]);
});

test('a log-in that the bank wants again fails at once', async () => {
  const { user, state } = await personOnTheWayBack();
  plaid.answerOnce(paths.exchange, plaidError(400, 'ITEM_ERROR', 'ITEM_LOGIN_REQUIRED'));
  const { look } = await comeBack(user.id, state);
  expect(await look()).toEqual({ outcome: 'failed', results: [] });
});

test('a worker that died after it fetched the accounts leaves a trip that was interrupted, and a look at the list', async () => {
  const { user, state, publicToken } = await personOnTheWayBack();
  plaid.forgetToken(publicToken);
  const { look } = await comeBack(user.id, state);
  expect(await look()).toEqual({ outcome: 'interrupted', results: [] });
  expect(emulator.proxy.calls('GET', '/v1/accounts')).toHaveLength(1);
});

test('a Plaid that does not open its page is told in a sentence, and no trip begins', async () => {
  const { user } = await createAstraPerson(emulator);
  plaid.answerOnce('/link/token/create', limit);
  await expect(startBankLink(user.id)).rejects.toThrow('does not answer. Please try again');
  plaid.answerOnce('/link/token/create', plaidError(400, 'INVALID_INPUT', 'INVALID_API_KEYS'));
  await expect(startBankLink(user.id)).rejects.toThrow('can’t be opened at the moment');
  expect(await db().bankLinkSession.count({ where: { userId: user.id } })).toBe(0);
});
