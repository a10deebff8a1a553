import { inspect } from 'node:util';
import pino from 'pino';
import { afterAll, expect, test } from 'vitest';
import {
  type PlaidAccount,
  plaidError,
  plaidKeys,
  startPlaidServer,
} from '@/testing/servers/plaid-server';
import { describeProvider } from '../provider-contract';
import { plaidProvider } from './plaid-provider';

const plaid = await startPlaidServer();
afterAll(() => plaid.close());

const settings = {
  ...plaidKeys,
  environment: 'sandbox',
  baseUrl: plaid.url,
  pageDomain: 'plaid.test',
} as const;
const provider = plaidProvider(settings);
/** The same, with pages where Plaid has them. */
const atPlaid = plaidProvider({ ...plaidKeys, environment: 'sandbox', baseUrl: plaid.url });
const checking = { id: 'BxBXxLj1', name: 'Plaid Checking', mask: '0000', subtype: 'checking' };
const savings = { id: 'dVzbVMLj', name: 'Plaid Saving', mask: '1111', subtype: 'savings' };

describeProvider(() => ({
  provider,
  leave: async (reference) => plaid.leave(reference),
  share: async (reference, count) => {
    plaid.share(reference, [checking, savings].slice(0, count));
  },
  expire: async (reference) => plaid.forget(reference),
}));

const trip = { userId: 'user-1', returnUrl: 'https://app.example/api/bank-link/callback/s' };
const start = async () => (await provider.start(trip)).reference;

/** A visit in which this account is shared. */
function share(account: PlaidAccount) {
  return (reference: string) => void plaid.share(reference, [account]);
}

const paths = {
  open: '/link/token/create',
  read: '/link/token/get',
  exchange: '/item/public_token/exchange',
  token: '/processor/token/create',
} as const;

test('Plaid is asked for checking and savings accounts in the US, and told nothing of the person', async () => {
  await start();
  expect(plaid.seen(paths.open).at(-1)).toEqual({
    client_name: 'Larkspur',
    language: 'en',
    country_codes: ['US'],
    user: { client_user_id: 'user-1' },
    products: ['auth'],
    account_filters: { depository: { account_subtypes: ['checking', 'savings'] } },
    hosted_link: { completion_redirect_uri: trip.returnUrl, url_lifetime_seconds: 1800 },
  });
});

test('the tokens are made for Astra', async () => {
  const reference = await start();
  plaid.share(reference, [checking]);
  await provider.finish({ reference });
  expect(plaid.seen(paths.token).at(-1)).toMatchObject({
    account_id: checking.id,
    processor: 'astra',
  });
});

const claims = () => plaid.seen(paths.exchange).length;

test.each([
  ['somebody left and somebody is there again', [plaid.leave, plaid.open]],
  ['somebody left and somebody shared accounts', [plaid.leave, share(checking)]],
  ['one shared accounts and another left', [share(checking), plaid.leave]],
  ['accounts were shared twice', [share(checking), share(savings)]],
  ['nobody has finished, and two are there', [plaid.open, plaid.open]],
])(
  'a page on which %s may have been used by two people, so nothing is taken',
  async (_what, visits) => {
    const reference = await start();
    for (const visit of visits) visit(reference);
    const before = claims();
    await expect(provider.finish({ reference })).rejects.toMatchObject({
      failure: 'refused',
      code: 'SEVERAL_VISITS',
    });
    expect(claims()).toBe(before);
  },
);

test('a visit in which two banks were linked, which we do not ask for, is not taken', async () => {
  const reference = await start();
  const item = { public_token: 'public-1', accounts: [] };
  const body = { link_sessions: [{ results: { item_add_results: [item, item] } }] };
  plaid.answerOnce(paths.read, { status: 200, body });
  await expect(provider.finish({ reference })).rejects.toMatchObject({ code: 'SEVERAL_VISITS' });
});

test('who comes for the accounts a second time is told that they were fetched', async () => {
  const reference = await start();
  plaid.share(reference, [checking]);
  await provider.finish({ reference });
  await expect(provider.finish({ reference })).rejects.toMatchObject({ failure: 'used' });
});

test.each([
  ['an error of the item', plaidError(400, 'ITEM_ERROR', 'ITEM_LOGIN_REQUIRED')],
  ['a failure of Plaid’s', plaidError(500, 'API_ERROR', 'INTERNAL_SERVER_ERROR')],
  ['an answer without a token', { status: 200, body: {} }],
])('an account whose token ends in %s costs nobody the others', async (_what, instead) => {
  const reference = await start();
  plaid.share(reference, [checking, savings]);
  plaid.answerOnce(paths.token, instead);
  expect(await provider.finish({ reference })).toMatchObject({
    accounts: [
      { mask: '0000', processorToken: null },
      { mask: '1111', processorToken: expect.stringMatching(/^processor-sandbox-/) },
    ],
  });
});

const limit = plaidError(429, 'RATE_LIMIT_EXCEEDED', 'RATE_LIMIT');
const login = plaidError(400, 'ITEM_ERROR', 'ITEM_LOGIN_REQUIRED');
const bank = plaidError(400, 'INSTITUTION_ERROR', 'INSTITUTION_DOWN');
const keys = plaidError(400, 'INVALID_INPUT', 'INVALID_API_KEYS');

test.each([
  ['a rate limit', limit, 'unavailable', 'RATE_LIMIT'],
  ['a bank that is down', bank, 'unavailable', 'INSTITUTION_DOWN'],
  ['an item that asks for a new log-in', login, 'refused', 'ITEM_LOGIN_REQUIRED'],
  ['keys that Plaid does not know', keys, 'refused', 'INVALID_API_KEYS'],
  ['a 502 of something in between', { status: 502, body: '<html>' }, 'unavailable', null],
  ['a 403 of something in between', { status: 403, body: '<html>' }, 'refused', null],
  ['a redirect', { status: 307, body: '' }, 'refused', null],
  ['a page in place of JSON', { status: 200, body: '<html>canary' }, 'unreadable', null],
  ['an empty object', { status: 200, body: {} }, 'unreadable', null],
  ['a list', { status: 200, body: [] }, 'unreadable', null],
])('%s is a failure with a name', async (_what, instead, failure, code) => {
  plaid.answerOnce(paths.open, instead);
  await expect(provider.start(trip)).rejects.toMatchObject({
    name: 'BankLinkError',
    failure,
    code,
  });
});

test.each([
  { link_sessions: 'many' },
  { link_sessions: [{ results: { item_add_results: [{ public_token: 7 }] } }] },
])('a link whose state is %j is not taken for one that was left', async (body) => {
  const reference = await start();
  plaid.answerOnce(paths.read, { status: 200, body });
  await expect(provider.finish({ reference })).rejects.toMatchObject({ failure: 'unreadable' });
});

test.each([
  'javascript:alert(1)',
  'http://secure.plaid.com/hl/1',
  'https://evil.example/hl/1',
  'https://plaid.com.evil.example/hl/1',
  'https://notplaid.com/hl/1',
  'https://secure.plaid.com@evil.example/hl/1',
  'https://evil.example\\@secure.plaid.com/hl/1',
  'https://secure.plaid.test/hl/1',
])('nobody is sent to %s to sign in to their bank', async (url) => {
  const body = { link_token: 'link-1', hosted_link_url: url };
  plaid.answerOnce(paths.open, { status: 200, body });
  await expect(atPlaid.start(trip)).rejects.toMatchObject({ failure: 'unreadable' });
});

test.each(['https://secure.plaid.com/hl/1', 'https://plaid.com/hl/1'])(
  'people are sent to %s to sign in to their bank',
  async (url) => {
    const body = { link_token: 'link-1', hosted_link_url: url };
    plaid.answerOnce(paths.open, { status: 200, body });
    expect(await atPlaid.start(trip)).toEqual({ reference: 'link-1', url });
  },
);

test('a Plaid that does not answer is given up after a while', async () => {
  const hasty = plaidProvider({ ...settings, timeoutMs: 50 });
  plaid.answerOnce(paths.open, 'silence');
  await expect(hasty.start(trip)).rejects.toMatchObject({ failure: 'unavailable' });
});

test('a Plaid that cannot be reached is unavailable', async () => {
  const nowhere = plaidProvider({ ...settings, baseUrl: 'http://127.0.0.1:1' });
  await expect(nowhere.start(trip)).rejects.toMatchObject({ failure: 'unavailable' });
});

test('no error holds our secret, a token, or what Plaid wrote, however it is printed', async () => {
  const hasty = plaidProvider({ ...settings, timeoutMs: 50 });
  const reference = await start();
  const publicToken = plaid.share(reference, [checking]);
  const failures = [limit, login, 'silence' as const, { status: 200, body: { canary: 1 } }];
  for (const instead of failures) {
    plaid.answerOnce(paths.exchange, instead);
    const failed = await hasty.finish({ reference }).catch((reason: unknown) => reason);
    const printed = [inspect(failed, { depth: null }), JSON.stringify(failed), logged(failed)];
    for (const text of printed) {
      expect(text).toContain('BankLinkError');
      expect(text).not.toMatch(/canary|-sandbox-/);
      expect(text).not.toContain(publicToken);
    }
  }
});

/** As the app's logger writes it, without its blacking out. */
function logged(err: unknown): string {
  const lines: string[] = [];
  pino({}, { write: (line: string) => void lines.push(line) }).error({ err });
  return lines.join('');
}
