import { beforeEach, expect, test } from 'vitest';
import { db } from '@/lib/db/prisma';
import { handleAccount } from '@/lib/webhooks/handlers/account';
import {
  addBankAccountAtAstra,
  createAccount,
  deleteAtAstra,
  passListLag,
} from '@/testing/astra/accounts';
import { useEmulator } from '@/testing/astra/emulator';
import { createAstraPerson } from '@/testing/astra/person';
import { forgetJobs, jobs, runJobs } from '@/testing/jobs';
import { createPerson } from '@/testing/rows/people';
import { removeAccount } from './remove-account';

const emulator = await useEmulator();
const isLinked = async (id: string) =>
  (await db().account.findUniqueOrThrow({ where: { id } })).removedAt === null;

/** Somebody with an account that Astra's lists have shown for long. */
async function holder() {
  const person = await createAstraPerson(emulator);
  const astraId = await addBankAccountAtAstra(emulator, person.bearer);
  const { id } = await createAccount(person.user.id, { astraId, createdAt: new Date(0) });
  const path = `/v1/accounts/${astraId}`;
  const exists = async () => {
    const headers = { authorization: person.bearer };
    return (await fetch(`${emulator.api}${path}`, { headers })).ok;
  };
  return { ...person, userId: person.user.id, id, astraId, path, exists };
}

beforeEach(forgetJobs);

test('a removed account is gone at Astra and here at once, and stays known', async () => {
  const { userId, id, exists } = await holder();
  await removeAccount(userId, id);
  expect(await exists()).toBe(false);
  expect(await isLinked(id)).toBe(false);
  expect(await jobs()).toEqual([]);
});

test('removing an account twice asks Astra once', async () => {
  const { userId, id, path } = await holder();
  await removeAccount(userId, id);
  await removeAccount(userId, id);
  expect(emulator.proxy.calls('DELETE', path)).toHaveLength(1);
});

test('an account that Astra had removed already counts as removed', async () => {
  const { userId, id, astraId, bearer } = await holder();
  await deleteAtAstra(emulator, bearer, astraId);
  await removeAccount(userId, id);
  expect(await isLinked(id)).toBe(false);
});

test('when the answer is lost, what Astra then shows is what counts', async () => {
  const done = await holder();
  emulator.proxy.arm('DELETE', done.path, { kind: 'lose_answer' });
  await removeAccount(done.userId, done.id);
  expect(await isLinked(done.id)).toBe(false);

  const undone = await holder();
  emulator.proxy.arm('DELETE', undone.path, { kind: 'lose_request' });
  await expect(removeAccount(undone.userId, undone.id)).rejects.toThrow('it is still linked');
  expect(await isLinked(undone.id)).toBe(true);
  await removeAccount(undone.userId, undone.id);
  expect(await isLinked(undone.id)).toBe(false);
});

test('when Astra is silent after a lost answer, the person is told and the worker finds out', async () => {
  const { userId, id, path } = await holder();
  emulator.proxy.arm('DELETE', path, { kind: 'lose_answer' });
  emulator.proxy.arm('GET', path, { kind: 'lose_request' }, 3);
  const { updatedAt } = await db().account.findUniqueOrThrow({ where: { id } });
  expect(await removeAccount(userId, id)).toEqual({ knownSince: updatedAt });
  expect(await isLinked(id)).toBe(true);
  await runJobs();
  expect(await isLinked(id)).toBe(false);
});

test('an account too new for Astra to show for certain is not called removed on a 404', async () => {
  const { userId, id, astraId, path } = await holder();
  const { updatedAt: knownSince } = await db().account.update({
    where: { id },
    data: { createdAt: new Date() },
  });
  const notFound = { kind: 'answer', status: 404, workIsDone: false } as const;
  emulator.proxy.arm('DELETE', path, notFound);
  emulator.proxy.arm('GET', path, notFound);
  expect(await removeAccount(userId, id)).toEqual({ knownSince });
  await passListLag(astraId);
  await runJobs();
  expect(await isLinked(id)).toBe(true);
  const now = await db().account.findUniqueOrThrow({ where: { id } });
  expect(now.updatedAt.getTime()).toBeGreaterThan(knownSince.getTime());
});

test('a look that had read the account before it was removed does not bring it back', async () => {
  const { userId, id, astraId, path } = await holder();
  const gate = emulator.proxy.arm('GET', path, { kind: 'hold', workIsDone: true });
  const look = handleAccount({ userId, resourceId: astraId });
  await gate.reached;
  await removeAccount(userId, id);
  gate.release();
  const told = await db().$transaction(await look);
  expect(told).toBe('Nothing: something newer is known of the account.');
  expect(await isLinked(id)).toBe(false);
});

test('a look that came before the removal, and was written after it, is older too', async () => {
  const { userId, id, astraId, path } = await holder();
  const gate = emulator.proxy.arm('DELETE', path, { kind: 'hold', workIsDone: false });
  const removal = removeAccount(userId, id);
  await gate.reached;
  const write = await handleAccount({ userId, resourceId: astraId });
  gate.release();
  await removal;
  await db().$transaction(write);
  expect(await isLinked(id)).toBe(false);
});

test('a refusal is told in the words of Astra, and the account stays', async () => {
  const { userId, id, path } = await holder();
  const body = { code: 400, name: 'Bad Request', description: 'Used by a routine' };
  emulator.proxy.arm('DELETE', path, { kind: 'answer', status: 400, body, workIsDone: false });
  await expect(removeAccount(userId, id)).rejects.toThrow(
    'Astra did not remove this account: Used by a routine. It is still linked.',
  );
  expect(await isLinked(id)).toBe(true);
});

test('an error after which Astra has removed the account all the same is no failure', async () => {
  const { userId, id, path } = await holder();
  emulator.proxy.arm('DELETE', path, { kind: 'answer', status: 500, workIsDone: true });
  await removeAccount(userId, id);
  expect(await isLinked(id)).toBe(false);
});

test('somebody who must connect again is told so, and the account stays', async () => {
  const { userId, id, path } = await holder();
  const lapsed = { status: 'needs_authorization' as const };
  await db().astraConnection.update({ where: { userId }, data: lapsed });
  await expect(removeAccount(userId, id)).rejects.toThrow('Please connect to Astra again');
  expect(emulator.proxy.calls('DELETE', path)).toEqual([]);
});

test("nobody removes another person's account, and Astra is not asked", async () => {
  const { id } = await holder();
  const ben = await createPerson();
  await expect(removeAccount(ben.id, id)).rejects.toThrow('not one of yours');
  expect(emulator.proxy.seen()).toEqual([]);
  expect(await isLinked(id)).toBe(true);
});
