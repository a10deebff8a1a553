import { createHmac, randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Account } from '@/lib/db/generated/client';
import { db } from '@/lib/db/prisma';
import { createAccount } from '@/testing/astra/accounts';
import { withinRequest } from '@/testing/requests/next-request';
import { createPerson } from '@/testing/rows/people';
import type { BalanceReply } from './answer-balance-request';

const basic = { BALANCE_USERNAME: 'astra', BALANCE_PASSWORD: 'pass:word-of-24-letters!' };
const signing = { BALANCE_PUBLIC_KEY: 'public', BALANCE_PRIVATE_KEY: 'a-private-key-of-ours' };

const basicHeader = (text: string) => `Basic ${Buffer.from(text).toString('base64')}`;
const right = {
  authorization: basicHeader(`${basic.BALANCE_USERNAME}:${basic.BALANCE_PASSWORD}`),
};
const signedBy = (accountId: string, key: string = signing.BALANCE_PRIVATE_KEY) => ({
  'astra-public-key': 'public',
  'astra-key-signature': createHmac('sha256', key).update(accountId).digest('hex'),
});

/** Starts the app anew with these variables and no others of the balance endpoint. */
function configure(variables: Record<string, string>): void {
  vi.resetModules();
  for (const name of Object.keys({ ...basic, ...signing })) {
    vi.stubEnv(name, variables[name]);
  }
}

/** Asks for a balance. */
async function ask(
  accountId: string | null,
  headers: Record<string, string>,
  deviceIp = '198.51.100.7',
): Promise<BalanceReply> {
  const { answerBalanceRequest } = await import('./answer-balance-request');
  const all = new Headers(headers);
  const request = { accountId, header: (name: string) => all.get(name) };
  const { result } = await withinRequest({ headers: { 'x-forwarded-for': deviceIp } }, () =>
    // As long as it takes: how soon it gives up has a test of its own.
    answerBalanceRequest(request, 20_000),
  );
  return result;
}

/** An account of somebody's with a balance of $12.50, of which $0.05 less than nothing is free. */
async function createHeldAccount(change: Partial<Account> = {}): Promise<Account> {
  const { id: userId } = await createPerson();
  const account = await createAccount(userId, { origin: 'numbers', ...change });
  await db().heldBalance.create({
    data: { accountId: account.id, availableCents: -5, currentCents: 1250 },
  });
  return account;
}

beforeEach(() => configure(basic));
afterEach(() => vi.unstubAllEnvs());

test('with the right password, a balance is answered in whole cents', async () => {
  const { astraId } = await createHeldAccount();
  expect(await ask(astraId, right)).toEqual({
    outcome: 'balance',
    body: { available_balance: -5, current_balance: 1250 },
  });
});

test('with the right signature of the older edition as well', async () => {
  configure(signing);
  const { astraId } = await createHeldAccount();
  expect(await ask(astraId, signedBy(astraId))).toMatchObject({ outcome: 'balance' });
  expect(await ask(astraId, signedBy(astraId, 'another key'))).toMatchObject({
    outcome: 'unauthorized',
  });
  expect(await ask(astraId, signedBy('another account'))).toMatchObject({
    outcome: 'unauthorized',
  });
  expect(await ask(astraId, right)).toMatchObject({ outcome: 'unauthorized' });
});

test('with both editions configured, either is enough', async () => {
  configure({ ...basic, ...signing });
  const { astraId } = await createHeldAccount();
  expect(await ask(astraId, right)).toMatchObject({ outcome: 'balance' });
  expect(await ask(astraId, signedBy(astraId))).toMatchObject({ outcome: 'balance' });
});

test('with neither configured, there is no such endpoint', async () => {
  configure({});
  const { astraId } = await createHeldAccount();
  expect(await ask(astraId, right)).toEqual({ outcome: 'not_set_up' });
  expect(await ask(astraId, {})).toEqual({ outcome: 'not_set_up' });
});

test.each([
  ['nothing', {}],
  ['another password', { authorization: basicHeader('astra:pass:word') }],
  ['the name alone', { authorization: basicHeader('astra') }],
  ['the password alone', { authorization: basicHeader(`:${basic.BALANCE_PASSWORD}`) }],
  ['another scheme', { authorization: right.authorization.replace('Basic', 'Bearer') }],
  ['a signature that is not agreed on', signedBy('account')],
])(
  'with %s, the answer is the same for accounts that exist and that do not',
  async (_, headers) => {
    const { astraId } = await createHeldAccount();
    const refused = { outcome: 'unauthorized' };
    expect(await ask(astraId, headers)).toEqual(refused);
    expect(await ask('another', headers)).toEqual(refused);
    expect(await ask(null, headers)).toEqual(refused);
  },
);

test('a question without an account is refused, whoever asks', async () => {
  expect(await ask(null, right)).toMatchObject({ outcome: 'unauthorized' });
  expect(await ask('', right)).toMatchObject({ outcome: 'unauthorized' });
});

test.each([
  randomUUID(),
  "' OR '1'='1",
  '%',
  'x; DROP TABLE held_balances',
  '\0',
  'a\0b',
  '../..',
  'ä\u202e💥',
  'x'.repeat(8000),
])('of an account that we do not hold nothing is known (%j)', async (accountId) => {
  await createHeldAccount();
  expect(await ask(accountId, right)).toEqual({ outcome: 'unknown_account' });
});

test.each<[string, Partial<Account>]>([
  ['that a bank tells about', { origin: 'bank_link' }],
  ['that came through Astra’s pages', { origin: 'astra_pages' }],
  ['that is no longer linked', { removedAt: new Date() }],
])('of an account %s no balance is told', async (_, change) => {
  const { astraId } = await createHeldAccount(change);
  expect(await ask(astraId, right)).toMatchObject({ outcome: 'unknown_account' });
});

test('an account without a balance is told of as one that we do not hold', async () => {
  const { id } = await createPerson();
  const { astraId } = await createAccount(id, { origin: 'numbers' });
  expect(await ask(astraId, right)).toMatchObject({ outcome: 'unknown_account' });
});

test('an address that goes on guessing is sent away, with a right guess as well, and no other is', async () => {
  const { astraId } = await createHeldAccount();
  const guesser = '203.0.113.66';
  for (let guess = 0; guess < 100; guess += 1) {
    const headers = { authorization: basicHeader(`astra:${guess}`) };
    expect(await ask(astraId, headers, guesser)).toMatchObject({ outcome: 'unauthorized' });
  }
  expect(await ask(astraId, {}, guesser)).toMatchObject({ outcome: 'too_many' });
  expect(await ask(astraId, right, guesser)).toMatchObject({ outcome: 'too_many' });
  expect(await ask(astraId, right)).toMatchObject({ outcome: 'balance' });
});
