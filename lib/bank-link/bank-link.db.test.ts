import { beforeEach, expect, test } from 'vitest';
import { db } from '@/lib/db/prisma';
import { useEmulator } from '@/testing/astra/emulator';
import { createAstraPerson } from '@/testing/astra/person';
import { everyText } from '@/testing/every-text';
import { forgetJobs, jobs, makeJobsDue, runJobs, skipToLastAttempt } from '@/testing/jobs';
import { openBankTrip, tripToBank } from '@/testing/rows/bank-trips';
import { createConnectedPerson, createPerson } from '@/testing/rows/people';
import { findBankLink, findUnfinishedBankLink } from './find-bank-link';
import { finishBankLink } from './finish-bank-link';
import { returnFromBank } from './return-from-bank';
import { endVisit } from './stand-in/end-visit';
import { startBankLink } from './start-bank-link';

const emulator = await useEmulator();
beforeEach(forgetJobs);

const path = '/v1/accounts/processor_token';
const handedOver = () => emulator.proxy.calls('POST', path);
const accountsOf = (userId: string) =>
  db().account.findMany({ where: { userId }, orderBy: { mask: 'asc' } });
const broken = { kind: 'answer', status: 503, workIsDone: false } as const;

/** Comes back from the bank and has the worker do its part. */
async function comeBack(userId: string, state: string) {
  const id = (await returnFromBank(userId, state)) ?? '';
  await runJobs();
  return { id, link: await findBankLink(userId, id) };
}

const linked = async (userId: string, shared: readonly string[]) =>
  (await comeBack(userId, await tripToBank(userId, shared))).link;

const checking = { name: 'Plaid Checking', mask: '0000' };
const savings = { name: 'Plaid Saving', mask: '1111' };

test('the accounts that somebody shares at the bank become theirs here, with balances', async () => {
  const { user } = await createAstraPerson(emulator);
  expect(await linked(user.id, ['checking', 'savings'])).toEqual({
    outcome: 'done',
    results: [
      { ...checking, outcome: 'added' },
      { ...savings, outcome: 'added' },
    ],
  });
  const common = {
    origin: 'bank_link',
    connectionStatus: 'connected',
    availableBalanceCents: 250_000n,
  };
  expect(await accountsOf(user.id)).toMatchObject([
    { mask: '0000', subtype: 'checking', ...common },
    { mask: '1111', subtype: 'savings', ...common },
  ]);
});

test('an account that is linked already is said to be, and keeps no other from being added', async () => {
  const { user } = await createAstraPerson(emulator);
  await linked(user.id, ['checking']);
  expect(await linked(user.id, ['checking', 'savings'])).toMatchObject({
    outcome: 'done',
    results: [{ outcome: 'existing' }, { outcome: 'added' }],
  });
  expect(await accountsOf(user.id)).toHaveLength(2);
});

test('an account that Astra refuses keeps no other from being added', async () => {
  const { user } = await createAstraPerson(emulator);
  expect(await linked(user.id, ['savings', 'refused'])).toMatchObject({
    outcome: 'done',
    results: [{ outcome: 'added' }, { outcome: 'refused' }],
  });
});

test('an account whose addition got no answer is unknown, sent once, and found in the list', async () => {
  const { user } = await createAstraPerson(emulator);
  emulator.proxy.arm('POST', path, { kind: 'lose_answer' });
  expect(await linked(user.id, ['checking', 'savings'])).toMatchObject({
    results: [{ outcome: 'unknown' }, { outcome: 'added' }],
  });
  expect(handedOver()).toHaveLength(2);
  // The list was read by a job of the same run.
  expect(await accountsOf(user.id)).toMatchObject([{ mask: '0000' }, { mask: '1111' }]);
});

test('an account that was added and cannot be read is written as the bank named it', async () => {
  const { user } = await createAstraPerson(emulator);
  emulator.proxy.arm('GET', /^\/v1\/accounts\/./, broken, 10);
  emulator.proxy.arm('GET', '/v1/accounts', broken, 10);
  expect(await linked(user.id, ['checking'])).toMatchObject({ results: [{ outcome: 'added' }] });
  expect(await accountsOf(user.id)).toMatchObject([
    { ...checking, origin: 'bank_link', connectionStatus: 'unknown', availableBalanceCents: null },
  ]);
  emulator.proxy.reset();
  await makeJobsDue();
  await runJobs();
  expect(await accountsOf(user.id)).toMatchObject([
    { origin: 'bank_link', connectionStatus: 'connected', availableBalanceCents: 250_000n },
  ]);
});

test('somebody who leaves the bank has linked nothing', async () => {
  const { user } = await createAstraPerson(emulator);
  expect(await linked(user.id, [])).toEqual({ outcome: 'left', results: [] });
  expect(handedOver()).toHaveLength(0);
});

test('coming back again, or sixteen times at once, changes nothing', async () => {
  const { user } = await createAstraPerson(emulator);
  const state = await tripToBank(user.id, ['checking']);
  const returns = await Promise.all(
    Array.from({ length: 16 }, () => returnFromBank(user.id, state)),
  );
  expect(new Set(returns).size).toBe(1);
  expect(await jobs('finish_bank_link')).toHaveLength(1);
  const first = await comeBack(user.id, state);
  expect(await comeBack(user.id, state)).toEqual(first);
  expect(handedOver()).toHaveLength(1);
});

test("somebody else's way back leads nowhere, and stays theirs", async () => {
  const { user } = await createAstraPerson(emulator);
  const other = await createConnectedPerson();
  const state = await tripToBank(user.id, ['checking']);
  expect(await returnFromBank(other.id, state)).toBeNull();
  expect(await jobs('finish_bank_link')).toEqual([]);
  const { id, link } = await comeBack(user.id, state);
  expect(link?.outcome).toBe('done');
  expect(await findBankLink(other.id, id)).toBeNull();
});

test('who comes back finds nothing of what a stranger shared at the same page', async () => {
  const { user } = await createAstraPerson(emulator);
  const stranger = await createConnectedPerson();
  const { reference, state } = await openBankTrip(user.id);
  await endVisit(stranger.id, reference, ['checking']);
  expect((await comeBack(user.id, state)).link?.outcome).toBe('checking');
  expect(handedOver()).toHaveLength(0);
});

test('a trip whose person did not come back links nothing, whatever happened at the bank', async () => {
  const { user } = await createAstraPerson(emulator);
  await tripToBank(user.id, ['checking']);
  const { id } = await db().bankLinkSession.findFirstOrThrow({ where: { userId: user.id } });
  await finishBankLink(id, true);
  expect(handedOver()).toHaveLength(0);
  expect(await findBankLink(user.id, id)).toBeNull();
});

test('a way back is good for three quarters of an hour of database time', async () => {
  const user = await createConnectedPerson();
  const { state } = await openBankTrip(user.id);
  const [row] = await db().$queryRaw<{ minutes: number }[]>`
    SELECT extract(epoch FROM expires_at - clock_timestamp())::float / 60 AS minutes
    FROM bank_link_sessions WHERE user_id = ${user.id}::uuid`;
  expect(row?.minutes).toBeGreaterThan(44);
  expect(row?.minutes).toBeLessThanOrEqual(45);
  await db().$executeRaw`
    UPDATE bank_link_sessions SET expires_at = clock_timestamp() - interval '1 second'`;
  expect(await returnFromBank(user.id, state)).toBeNull();
});

test.each(['', 'invented', '\0', "' OR true --", '\ud800'])(
  'the way back %j is nobody’s, and neither is such a trip',
  async (text) => {
    const user = await createConnectedPerson();
    await openBankTrip(user.id);
    expect(await returnFromBank(user.id, text)).toBeNull();
    expect(await findBankLink(user.id, text)).toBeNull();
  },
);

test('a bank that has not heard of the end yet is asked again', async () => {
  const { user } = await createAstraPerson(emulator);
  const { reference, state } = await openBankTrip(user.id);
  const { id, link } = await comeBack(user.id, state);
  expect(link?.outcome).toBe('checking');
  expect(await findUnfinishedBankLink(user.id)).toBe(id);
  await endVisit(user.id, reference, ['checking']);
  await makeJobsDue();
  await runJobs();
  expect(await findBankLink(user.id, id)).toMatchObject({ outcome: 'done' });
  expect(await findUnfinishedBankLink(user.id)).toBeNull();
});

test('a trip that the bank still calls open at the last attempt was left', async () => {
  const { user } = await createAstraPerson(emulator);
  const { state } = await openBankTrip(user.id);
  const { id } = await comeBack(user.id, state);
  await skipToLastAttempt();
  await runJobs();
  expect(await findBankLink(user.id, id)).toEqual({ outcome: 'left', results: [] });
});

test('the accounts of somebody who must connect to Astra again are not fetched in vain', async () => {
  const { user } = await createAstraPerson(emulator);
  const state = await tripToBank(user.id, ['checking']);
  await db().astraConnection.update({
    where: { userId: user.id },
    data: { status: 'needs_authorization' },
  });
  expect((await comeBack(user.id, state)).link?.outcome).toBe('needs_authorization');
  expect(handedOver()).toHaveLength(0);
});

test('a trip of another provider than the one that is set up now has failed', async () => {
  const { user } = await createAstraPerson(emulator);
  const state = await tripToBank(user.id, ['checking']);
  await db().bankLinkSession.updateMany({
    where: { userId: user.id },
    data: { provider: 'plaid' },
  });
  expect((await comeBack(user.id, state)).link?.outcome).toBe('failed');
});

test('nobody sets out before connecting to Astra', async () => {
  const { id } = await createPerson();
  await expect(startBankLink(id)).rejects.toThrow('Connect to Astra first');
  expect(await db().bankLinkSession.count({ where: { userId: id } })).toBe(0);
});

test('neither the state, nor the name of the trip, nor a processor token is stored', async () => {
  const { user } = await createAstraPerson(emulator);
  const { reference, state } = await openBankTrip(user.id);
  await db().$executeRaw`DELETE FROM graphile_worker._private_jobs`;
  const own = await db().bankLinkSession.findMany({ where: { userId: user.id } });
  expect(JSON.stringify(own)).not.toContain(reference);
  await endVisit(user.id, reference, ['checking']);
  await comeBack(user.id, state);
  const text = await everyText();
  const token = handedOver()[0]?.body ?? '';
  expect(token).toContain('processor-emulator-');
  expect(text).not.toContain('processor-emulator-');
  expect(text).not.toContain(state);
});
