import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { expect, test, vi } from 'vitest';
import { db } from '@/lib/db/prisma';
import { visitList } from '@/lib/lists/list-reads';
import { createAccount } from '@/testing/astra/accounts';
import { forgetJobs, jobs } from '@/testing/jobs';
import { createConnectedPerson, createPerson } from '@/testing/rows/people';
import { checkAccount } from './check-account';
import { findAccount } from './find-account';
import { findDependents } from './find-dependents';
import { listAccounts } from './list-accounts';

test('people see their own accounts, newest first, and none that they removed', async () => {
  const [ann, ben] = [await createPerson(), await createPerson()];
  await createAccount(ben.id);
  await createAccount(ann.id, { removedAt: new Date() });
  const older = await createAccount(ann.id, { createdAt: new Date(0) });
  const newer = await createAccount(ann.id);
  const { items, total } = await listAccounts(ann.id, 1);
  expect(items.map(({ id }) => id)).toEqual([newer.id, older.id]);
  expect(total).toBe(2);
});

test('500 accounts are shown twelve a page, each once, by as many queries as one account', async () => {
  const [few, many] = [await createConnectedPerson(), await createConnectedPerson()];
  await createAccount(few.id);
  const rows = Array.from({ length: 500 }, () => ({
    userId: many.id,
    astraId: randomUUID(),
    connectionStatus: 'connected',
    createdAt: new Date(1),
  }));
  await db().account.createMany({ data: rows });
  const cost = async (userId: string, page: number) => {
    const queries = vi.spyOn(pg.Client.prototype, 'query');
    const [{ items, pages }] = await Promise.all([
      listAccounts(userId, page),
      visitList(userId, 'accounts'),
    ]);
    const count = queries.mock.calls.length;
    queries.mockRestore();
    return { ids: items.map(({ id }) => id), pages, count };
  };
  await cost(few.id, 1);
  const [one, first, last] = [
    await cost(few.id, 1),
    await cost(many.id, 1),
    await cost(many.id, 42),
  ];
  expect(first).toMatchObject({ pages: 42, count: one.count });
  expect([first.ids.length, last.ids.length]).toEqual([12, 8]);
  expect(one.count).toBeGreaterThan(2);
  expect(one.count).toBeLessThan(12);
  const all = new Set<string>();
  for (let page = 1; page <= 42; page += 1) {
    for (const { id } of (await listAccounts(many.id, page)).items) all.add(id);
  }
  expect(all.size).toBe(500);
  await forgetJobs();
});

test('an account is found by its owner alone, also when it is no longer linked', async () => {
  const [ann, ben] = [await createPerson(), await createPerson()];
  const { id } = await createAccount(ann.id);
  const removed = await createAccount(ann.id, { removedAt: new Date() });
  expect(await findAccount(ann.id, id)).toMatchObject({ id });
  expect(await findAccount(ann.id, removed.id)).toMatchObject({ id: removed.id });
  expect(await findAccount(ben.id, id)).toBeNull();
});

test.each(['', 'x', '../../etc', "' OR true", '00000000-0000-0000-0000-00000000000g', '\0'])(
  'the page id %j leads to nothing, not to an error',
  async (id) => expect(await findAccount((await createPerson()).id, id)).toBeNull(),
);

test('checking an account has it looked at once, however often it is asked for', async () => {
  const { id: userId } = await createConnectedPerson();
  const { id, astraId, updatedAt } = await createAccount(userId);
  expect(await checkAccount(userId, id)).toEqual({ knownSince: updatedAt });
  await checkAccount(userId, id);
  const payload = { resource: 'account', resourceId: astraId };
  expect(await jobs('sync_resource')).toMatchObject([{ payload }]);
  await forgetJobs();
});

test('nothing is checked for others, for accounts that are gone, or without a connection', async () => {
  const [ann, ben] = [await createConnectedPerson(), await createPerson()];
  const removed = await createAccount(ann.id, { removedAt: new Date() });
  const [anns, bens] = [await createAccount(ann.id), await createAccount(ben.id)];
  await expect(checkAccount(ben.id, anns.id)).rejects.toThrow('no longer linked');
  await expect(checkAccount(ann.id, removed.id)).rejects.toThrow('no longer linked');
  await expect(checkAccount(ben.id, bens.id)).rejects.toThrow('connect to Astra again');
  expect(await jobs()).toEqual([]);
});

test('what still uses an account are living routines and transfers on their way, of its owner', async () => {
  const [ann, ben] = [await createPerson(), await createPerson()];
  const { astraId } = await createAccount(ann.id);
  const routine = (userId: string, change: object) =>
    db().routine.create({
      data: { userId, astraId: randomUUID(), status: 'active', sourceAstraId: astraId, ...change },
    });
  const transfer = (userId: string, change: object) =>
    db().transfer.create({
      data: { userId, astraId: randomUUID(), status: 'pending', amountCents: 1n, ...change },
    });
  const waits = { status: 'pending_account_authorization', sourceAstraId: null };
  const living = [
    await routine(ann.id, {}),
    await routine(ann.id, { ...waits, destinationAstraId: astraId }),
  ];
  for (const status of ['inactive', 'completed', 'cancelled', 'failed']) {
    await routine(ann.id, { status });
  }
  await routine(ann.id, { sourceAstraId: 'another' });
  await routine(ben.id, {});
  const moving = await transfer(ann.id, { destinationAstraId: astraId });
  await transfer(ann.id, { sourceAstraId: astraId, status: 'processed' });
  await transfer(ben.id, { sourceAstraId: astraId });

  const { routines, transfers } = await findDependents(ann.id, astraId);
  expect(routines.items.map((one) => one.astraId).sort()).toEqual(
    living.map((one) => one.astraId).sort(),
  );
  expect(transfers.items.map(({ id }) => id)).toEqual([moving.id]);
  expect([routines.total, transfers.total]).toEqual([2, 1]);
});
