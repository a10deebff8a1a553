import { Client } from 'pg';
import { beforeEach, expect, test, vi } from 'vitest';
import { db } from '@/lib/db/prisma';
import {
  addAccountAtAstra,
  addBankAccountAtAstra,
  breakConnection,
  createAccount,
  deleteAtAstra,
  passListLag,
} from '@/testing/astra/accounts';
import { useEmulator } from '@/testing/astra/emulator';
import { addFault } from '@/testing/astra/faults';
import { createAstraPerson } from '@/testing/astra/person';
import { forgetJobs, jobs, runJobs } from '@/testing/jobs';
import { syncAccounts } from './sync-accounts';

const emulator = await useEmulator();
const accountsOf = (userId: string) => db().account.findMany({ where: { userId } });
const byAstraId = (astraId: string) => db().account.findUniqueOrThrow({ where: { astraId } });

beforeEach(forgetJobs);

test('accounts that are new at Astra are written at once, with their balances in cents', async () => {
  const { user, bearer } = await createAstraPerson(emulator);
  const withBank = await addBankAccountAtAstra(emulator, bearer);
  const byNumber = await addAccountAtAstra(emulator, bearer);
  await syncAccounts(user.id);
  expect(await byAstraId(withBank)).toMatchObject({
    userId: user.id,
    name: 'Plaid Checking',
    institutionName: 'First Platypus Bank',
    mask: '0000',
    subtype: 'checking',
    connectionStatus: 'connected',
    availableBalanceCents: 250_000n,
    currentBalanceCents: 250_000n,
    balanceAt: expect.any(Date),
    removedAt: null,
  });
  expect(await byAstraId(byNumber)).toMatchObject({ availableBalanceCents: null, balanceAt: null });
  expect(await jobs()).toEqual([]);
  const read = { userId_list: { userId: user.id, list: 'accounts' as const } };
  expect(await db().listRead.findUnique({ where: read })).toMatchObject({ failedAt: null });
});

test('accounts that the list shows as they are known cost no further look', async () => {
  const { user, bearer } = await createAstraPerson(emulator);
  await addBankAccountAtAstra(emulator, bearer);
  await syncAccounts(user.id);
  await syncAccounts(user.id);
  expect(await jobs()).toEqual([]);
});

test('an account that the list shows otherwise is looked at, and the others are not', async () => {
  const { user, bearer } = await createAstraPerson(emulator);
  const broken = await addBankAccountAtAstra(emulator, bearer);
  const whole = await addAccountAtAstra(emulator, bearer);
  await syncAccounts(user.id);
  await breakConnection(emulator, broken);
  await syncAccounts(user.id);
  await runJobs();
  expect((await byAstraId(broken)).connectionStatus).toBe('error');
  expect(emulator.proxy.calls('GET', `/v1/accounts/${broken}`)).toHaveLength(1);
  expect(emulator.proxy.calls('GET', `/v1/accounts/${whole}`)).toEqual([]);
});

test('a balance that the list shows with a later time is written at once', async () => {
  const { user, bearer } = await createAstraPerson(emulator);
  const astraId = await addBankAccountAtAstra(emulator, bearer);
  await syncAccounts(user.id);
  const older = { availableBalanceCents: 1n, currentBalanceCents: 2n, balanceAt: new Date(0) };
  await db().account.update({ where: { astraId }, data: older });
  await syncAccounts(user.id);
  const told = { availableBalanceCents: 250_000n, currentBalanceCents: 250_000n };
  expect(await byAstraId(astraId)).toMatchObject(told);
  expect(await jobs()).toEqual([]);
});

test.each([
  ['an older balance than the known one', { balanceAt: new Date('2100-01-01') }],
  ['another name beside a newer balance', { balanceAt: new Date(0), name: 'Renamed' }],
])('a list that shows %s only asks for a look', async (_what, known) => {
  const { user, bearer } = await createAstraPerson(emulator);
  const astraId = await addBankAccountAtAstra(emulator, bearer);
  await syncAccounts(user.id);
  await db().account.update({ where: { astraId }, data: { availableBalanceCents: 1n, ...known } });
  await syncAccounts(user.id);
  expect(await byAstraId(astraId)).toMatchObject({ availableBalanceCents: 1n });
  expect(await jobs('sync_resource')).toMatchObject([{ payload: { resourceId: astraId } }]);
});

test('five hundred accounts that have to be looked at are asked for in one statement', async () => {
  const { user } = await createAstraPerson(emulator);
  await Promise.all(Array.from({ length: 500 }, () => createAccount(user.id)));
  const asked = vi.spyOn(Client.prototype, 'query');
  await syncAccounts(user.id);
  expect(asked.mock.calls.length).toBeLessThan(50);
  expect(await jobs('sync_resource')).toHaveLength(500);
});

test('an account that is gone at Astra is marked as removed and kept', async () => {
  const { user, bearer } = await createAstraPerson(emulator);
  const astraId = await addBankAccountAtAstra(emulator, bearer);
  await syncAccounts(user.id);
  await deleteAtAstra(emulator, bearer, astraId);
  await passListLag(astraId);
  await syncAccounts(user.id);
  await runJobs();
  expect((await byAstraId(astraId)).removedAt).toBeInstanceOf(Date);
  await syncAccounts(user.id);
  expect(await jobs()).toEqual([]);
});

test('an account that a list leaves out because it lags behind stays linked', async () => {
  const { user, bearer, astraUserId } = await createAstraPerson(emulator);
  const astraId = await addBankAccountAtAstra(emulator, bearer);
  await syncAccounts(user.id);
  const lag = { kind: 'list_lag', on: 'accounts.list', user: astraUserId, ms: 60_000 };
  await addFault(emulator, lag);
  await syncAccounts(user.id);
  await runJobs();
  expect(emulator.proxy.calls('GET', `/v1/accounts/${astraId}`)).toHaveLength(1);
  expect((await byAstraId(astraId)).removedAt).toBeNull();
});

test('an account that Astra does not show yet at all is not taken for a removed one', async () => {
  const { user, bearer, astraUserId } = await createAstraPerson(emulator);
  const astraId = await addBankAccountAtAstra(emulator, bearer);
  await syncAccounts(user.id);
  const about = { user: astraUserId, ms: 60_000 };
  await addFault(emulator, { kind: 'list_lag', on: 'accounts.list', ...about });
  await addFault(emulator, { kind: 'not_found_yet', on: 'accounts.get', ...about });
  await syncAccounts(user.id);
  await runJobs();
  expect((await byAstraId(astraId)).removedAt).toBeNull();
  expect(await jobs('sync_resource')).toMatchObject([{ attempts: 1 }]);
});

test('a list from before an account was removed does not bring it back', async () => {
  const { user, bearer } = await createAstraPerson(emulator);
  const astraId = await addBankAccountAtAstra(emulator, bearer);
  const answer = await fetch(`${emulator.api}/v1/accounts`, { headers: { authorization: bearer } });
  const body: unknown = await answer.json();
  await createAccount(user.id, { astraId, removedAt: new Date(), createdAt: new Date(0) });
  await deleteAtAstra(emulator, bearer, astraId);
  emulator.proxy.arm('GET', '/v1/accounts', {
    kind: 'answer',
    status: 200,
    body,
    workIsDone: false,
  });
  await syncAccounts(user.id);
  await runJobs();
  expect((await byAstraId(astraId)).removedAt).toBeInstanceOf(Date);
  expect(await jobs()).toEqual([]);
});

test('250 accounts are read over all pages of the list, also when the pages shift', async () => {
  const { user, bearer, astraUserId } = await createAstraPerson(emulator);
  const added: string[] = [];
  for (let batch = 0; batch < 25; batch += 1) {
    const ten = Array.from({ length: 10 }, () => addAccountAtAstra(emulator, bearer));
    added.push(...(await Promise.all(ten)));
  }
  await addFault(emulator, {
    kind: 'shifting_pages',
    on: 'accounts.list',
    user: astraUserId,
    by: 3,
  });
  await syncAccounts(user.id);
  const known = await accountsOf(user.id);
  expect(known.map(({ astraId }) => astraId).sort()).toEqual(added.sort());
  expect(emulator.proxy.calls('GET', '/v1/accounts').length).toBeGreaterThan(4);
  expect(await jobs()).toEqual([]);
});

test('a list that breaks off half-way changes nothing, and is told as a failure', async () => {
  const { user, bearer } = await createAstraPerson(emulator);
  await addBankAccountAtAstra(emulator, bearer);
  await syncAccounts(user.id);
  await db().account.updateMany({ where: { userId: user.id }, data: { createdAt: new Date(0) } });
  const page = { accounts: [], cursor: 'next', more: true };
  const fault = { kind: 'answer', status: 200, body: page, workIsDone: false } as const;
  emulator.proxy.arm('GET', '/v1/accounts', fault);
  emulator.proxy.arm('GET', '/v1/accounts', { ...fault, status: 503 }, 3);
  await expect(syncAccounts(user.id)).rejects.toThrow('503');
  expect(await jobs()).toEqual([]);
  expect(await accountsOf(user.id)).toMatchObject([{ removedAt: null }]);
  const read = { userId_list: { userId: user.id, list: 'accounts' as const } };
  expect(await db().listRead.findUnique({ where: read })).toMatchObject({
    readAt: expect.any(Date),
    failedAt: expect.any(Date),
  });
});

test("a list that shows another person's account leaves it with that person", async () => {
  const [ann, ben] = [await createAstraPerson(emulator), await createAstraPerson(emulator)];
  const astraId = await addBankAccountAtAstra(emulator, ann.bearer);
  await createAccount(ben.user.id, { astraId });
  await syncAccounts(ann.user.id);
  expect(await byAstraId(astraId)).toMatchObject({ userId: ben.user.id });
  expect(await accountsOf(ann.user.id)).toEqual([]);
});
