import { afterAll, beforeEach, expect, test } from 'vitest';
import { z } from 'zod';
import { cents } from '@/lib/astra';
import { databaseTime } from '@/lib/db/database-time';
import type { Account } from '@/lib/db/generated/client';
import { db } from '@/lib/db/prisma';
import { UserFacingError } from '@/lib/http/user-facing-error';
import { createAccount } from '@/testing/astra/accounts';
import { useEmulator } from '@/testing/astra/emulator';
import { askEmulator, createAstraPerson } from '@/testing/astra/person';
import { forgetJobs, jobs, makeJobsDue, runJobs } from '@/testing/jobs';
import { addHeldAccount } from '@/testing/rows/held-accounts';
import { createConnectedPerson } from '@/testing/rows/people';
import { startBalanceEndpoint } from '@/testing/servers/balance-endpoint';
import { until } from '@/testing/until';
import { enqueueBalanceUpdate } from './enqueue-balance-update';
import { setHeldBalance } from './set-held-balance';

const operatorId = 'operator';
const nothing = { availableCents: cents(0), currentCents: cents(0) };
const password = 'p@ss:word of the tests';
const endpoint = await startBalanceEndpoint();
const credentials = `astra:${encodeURIComponent(password)}`;
const emulator = await useEmulator({
  balanceUrl: `http://${credentials}@127.0.0.1:${endpoint.port}/api/astra/balance`,
});

const nudge = '/v1/webhook/customer_event';
const nudges = () => emulator.proxy.seen().filter(({ path }) => path === nudge).length;
const rowOf = ({ id }: Account) => db().account.findUniqueOrThrow({ where: { id } });

afterAll(() => endpoint.close());
beforeEach(forgetJobs);

/** An account that only we know of. */
async function createHeldRow(change: Partial<Account> = {}): Promise<Account> {
  const { id } = await createConnectedPerson();
  return createAccount(id, { origin: 'numbers', ...change });
}

test('a balance that is set here is asked for by Astra, and is then what our copy shows', async () => {
  const person = await createAstraPerson(emulator);
  const account = await addHeldAccount(emulator, person);
  await until('the question when an account is new', () => endpoint.outcomes.length === 1);
  expect(endpoint.outcomes).toEqual(['unknown_account']);

  for (const [dollars, amounts] of [
    [1250, { availableCents: cents(120_050), currentCents: cents(125_000) }],
    [0, { availableCents: cents(-1), currentCents: cents(0) }],
  ] as const) {
    await setHeldBalance({ accountId: account.id, operatorId, ...amounts });
    const startedAt = await databaseTime();
    await runJobs();
    await until('the balance at Astra', async () => {
      const shown = await askEmulator(
        `${emulator.api}/v1/accounts/${account.astraId}`,
        person.bearer,
      );
      return (
        z.looseObject({ current_balance: z.number() }).safeParse(shown).data?.current_balance ===
        dollars
      );
    });
    expect(await jobs('sync_resource')).toHaveLength(1);
    await makeJobsDue();
    await runJobs();
    const { balanceAt, ...copy } = await rowOf(account);
    expect(copy).toMatchObject({
      availableBalanceCents: BigInt(amounts.availableCents),
      currentBalanceCents: BigInt(amounts.currentCents),
      origin: 'numbers',
    });
    expect(balanceAt?.getTime()).toBeGreaterThan(startedAt.getTime() - 1000);
  }
  expect(endpoint.outcomes.slice(1)).toEqual(['balance', 'balance']);
});

test('many changes before Astra is told are one message, and one while it is told is another', async () => {
  const { id: accountId } = await addHeldAccount(emulator, await createAstraPerson(emulator));
  const set = (amount: number) => {
    const both = { availableCents: cents(amount), currentCents: cents(amount) };
    return setHeldBalance({ accountId, operatorId, ...both });
  };
  for (let amount = 1; amount <= 5; amount += 1) await set(amount);
  const gate = emulator.proxy.arm('POST', nudge, { kind: 'hold', workIsDone: false });
  const working = runJobs();
  await gate.reached;
  await set(6);
  gate.release();
  await working;
  await runJobs();
  expect(nudges()).toBe(2);
});

test.each([
  ['does not hear us', { kind: 'lose_request' }],
  ['hears us, and its answer is lost', { kind: 'lose_answer' }],
  ['is out of order', { kind: 'answer', status: 503, workIsDone: false }],
] as const)('when Astra %s, it is told again', async (_, fault) => {
  const { id: accountId } = await addHeldAccount(emulator, await createAstraPerson(emulator));
  await setHeldBalance({ accountId, operatorId, ...nothing });
  emulator.proxy.arm('POST', nudge, fault);
  await runJobs();
  expect(await jobs('send_balance_update')).toMatchObject([{ attempts: 1 }]);
  expect(await jobs('sync_resource')).toEqual([]);
  await makeJobsDue();
  await runJobs();
  expect(await jobs('send_balance_update')).toEqual([]);
  expect(await jobs('sync_resource')).toHaveLength(1);
});

test('more is never available than there is', async () => {
  const { id: accountId } = await createHeldRow();
  const amounts = { availableCents: cents(1), currentCents: cents(0) };
  await expect(setHeldBalance({ accountId, operatorId, ...amounts })).rejects.toThrow(
    UserFacingError,
  );
  expect(await db().heldBalance.count({ where: { accountId } })).toBe(0);
  expect(await jobs()).toEqual([]);
});

test.each<[string, Partial<Account>]>([
  ['that a bank tells about', { origin: 'bank_link' }],
  ['that came through Astra’s pages', { origin: 'astra_pages' }],
  ['that is no longer linked', { removedAt: new Date() }],
])('of an account %s no balance can be set, and Astra is told of none', async (_, change) => {
  const { id: accountId } = await createHeldRow(change);
  await expect(setHeldBalance({ accountId, operatorId, ...nothing })).rejects.toThrow(
    UserFacingError,
  );
  expect(await db().heldBalance.count({ where: { accountId } })).toBe(0);
  expect(await jobs()).toEqual([]);
  await db().$transaction((tx) => enqueueBalanceUpdate(tx, accountId));
  await runJobs();
  expect(nudges()).toBe(0);
});

test('a change that is taken back is not told', async () => {
  const { id: accountId } = await createHeldRow();
  const takenBack = db().$transaction(async (tx) => {
    await enqueueBalanceUpdate(tx, accountId);
    throw new Error('taken back');
  });
  await expect(takenBack).rejects.toThrow('taken back');
  expect(await jobs()).toEqual([]);
});
