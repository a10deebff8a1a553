import { beforeEach, expect, test } from 'vitest';
import { db } from '@/lib/db/prisma';
import { forgetJobs, jobs } from '@/testing/jobs';
import { createConnectedPerson, createPerson } from '@/testing/rows/people';
import { recordListRead, visitList } from './list-reads';

const goesWell = async () => {};
const fails = async () => {
  throw new Error('Astra is silent.');
};

/** Lets time pass since the last read of a list, and since the last that failed. */
async function pass(userId: string, minutes: number) {
  await db().$executeRaw`
    UPDATE list_reads SET read_at = read_at - make_interval(mins => ${minutes}::int),
      failed_at = failed_at - make_interval(mins => ${minutes}::int)
    WHERE user_id = ${userId}::uuid`;
}

beforeEach(forgetJobs);

test('the first visits to a list have it read once, however many there are', async () => {
  const { id } = await createConnectedPerson();
  const visits = await Promise.all([1, 2, 3].map(() => visitList(id, 'accounts')));
  expect(visits).toEqual([null, null, null]);
  expect(await jobs('sync_accounts')).toMatchObject([{ payload: { userId: id } }]);
  expect(await jobs('sync_cards')).toEqual([]);
});

test('a list that was read lately is not read again, and after five minutes it is', async () => {
  const { id } = await createConnectedPerson();
  await recordListRead(id, 'accounts', goesWell);
  expect(await visitList(id, 'accounts')).toMatchObject({
    readAt: expect.any(Date),
    failedAt: null,
  });
  await pass(id, 4);
  await visitList(id, 'accounts');
  expect(await jobs()).toEqual([]);
  await pass(id, 2);
  await visitList(id, 'accounts');
  expect(await jobs('sync_accounts')).toHaveLength(1);
});

test('one list that was read says nothing of the other', async () => {
  const { id } = await createConnectedPerson();
  await recordListRead(id, 'accounts', goesWell);
  expect(await visitList(id, 'cards')).toBeNull();
  expect(await jobs('sync_cards')).toHaveLength(1);
});

test('a read that fails is told and not tried by each visit, but again after a while', async () => {
  const { id } = await createConnectedPerson();
  await recordListRead(id, 'accounts', goesWell);
  await pass(id, 60);
  await expect(recordListRead(id, 'accounts', fails)).rejects.toThrow('Astra is silent.');
  const read = await visitList(id, 'accounts');
  expect(read?.failedAt).toBeInstanceOf(Date);
  expect(read?.readAt?.getTime()).toBeLessThan(Date.now() - 50 * 60_000);
  expect(await jobs()).toEqual([]);
  await pass(id, 6);
  await visitList(id, 'accounts');
  expect(await jobs('sync_accounts')).toHaveLength(1);
});

test('a first read that fails is told as well, and the next that goes well ends it', async () => {
  const { id } = await createConnectedPerson();
  await expect(recordListRead(id, 'accounts', fails)).rejects.toThrow('Astra is silent.');
  const failed = { readAt: null, failedAt: expect.any(Date) };
  expect(await visitList(id, 'accounts')).toMatchObject(failed);
  await recordListRead(id, 'accounts', goesWell);
  const read = { readAt: expect.any(Date), failedAt: null };
  expect(await visitList(id, 'accounts')).toMatchObject(read);
});

test('nothing is read for somebody who is not connected, or must connect again', async () => {
  const stranger = await createPerson();
  const lapsed = await createConnectedPerson();
  await db().astraConnection.update({
    where: { userId: lapsed.id },
    data: { status: 'needs_authorization' },
  });
  for (const { id } of [stranger, lapsed]) expect(await visitList(id, 'accounts')).toBeNull();
  expect(await jobs()).toEqual([]);
});

test('a read that ends after its person was deleted leaves nothing and no error', async () => {
  const { id } = await createPerson();
  await recordListRead(id, 'accounts', async () => {
    await db().user.delete({ where: { id } });
  });
  expect(await db().listRead.count({ where: { userId: id } })).toBe(0);
});
