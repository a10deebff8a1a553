import { randomUUID } from 'node:crypto';
import { beforeEach, expect, test } from 'vitest';
import { db } from '@/lib/db/prisma';
import { useEmulator } from '@/testing/astra/emulator';
import { createKnownRoutine, routinesOf } from '@/testing/astra/routines';
import { forgetJobs, jobs } from '@/testing/jobs';
import { createPerson } from '@/testing/rows/people';
import { deleteRoutine } from './delete-routine';
import { lookAtRoutine } from './look-at-routine';

const emulator = await useEmulator();
const broken = { kind: 'answer', status: 503, workIsDone: false } as const;
const missing = { kind: 'answer', status: 404, workIsDone: false } as const;
beforeEach(forgetJobs);

/** Somebody with a routine that Astra must show by now, if it is there. */
async function payer(type: 'recurring' | 'one-time' = 'recurring') {
  const { person, id } = await createKnownRoutine(emulator, type);
  const userId = person.user.id;
  await db().routine.update({ where: { astraId: id }, data: { createdAt: new Date(0) } });
  const row = () => db().routine.findUniqueOrThrow({ where: { astraId: id } });
  const acts = async () =>
    (await db().auditEvent.findMany({ where: { userId, correlationId: id } })).map(
      ({ action }) => action,
    );
  return { person, userId, id, row, acts, path: `/v1/routines/${id}` };
}

test('a deleted routine is gone at Astra, and here it has ended', async () => {
  const { person, userId, id, row, acts } = await payer();
  expect(await deleteRoutine(userId, id)).toBe('deleted');
  expect(await row()).toMatchObject({ status: 'cancelled', removedAt: expect.any(Date) });
  expect(await routinesOf(emulator, person)).toEqual([]);
  expect(await deleteRoutine(userId, id)).toBe('deleted');
  expect(await acts()).toEqual(['routine.deleted']);
});

test('a look that had read the routine before it was deleted does not bring it back', async () => {
  const { userId, id, row, path } = await payer();
  const gate = emulator.proxy.arm('GET', path, { kind: 'hold', workIsDone: true });
  const look = lookAtRoutine(userId, id);
  await gate.reached;
  await deleteRoutine(userId, id);
  gate.release();
  await db().$transaction(await look);
  expect((await row()).status).toBe('cancelled');
  expect(await db().impossibleChange.findMany({ where: { astraId: id } })).toEqual([]);
});

test("somebody else's routine is not deleted, nor one that does not exist", async () => {
  const { id, path } = await payer();
  const { id: stranger } = await createPerson();
  await expect(deleteRoutine(stranger, id)).rejects.toThrow('This routine is not yours');
  await expect(deleteRoutine(stranger, randomUUID())).rejects.toThrow('This routine is not yours');
  expect(emulator.proxy.calls('DELETE', path)).toEqual([]);
});

test('a payment that is made but once is not deleted, and Astra is not asked', async () => {
  const { userId, id, path } = await payer('one-time');
  await expect(deleteRoutine(userId, id)).rejects.toThrow('cancel its transfer');
  expect(emulator.proxy.calls('DELETE', path)).toEqual([]);
});

test("what Astra says against it is told in Astra's words", async () => {
  const { userId, id, row, path } = await payer();
  const body = { code: 400, name: 'Bad Request', description: 'Not today' };
  emulator.proxy.arm('DELETE', path, { kind: 'answer', status: 400, body, workIsDone: false });
  await expect(deleteRoutine(userId, id)).rejects.toThrow('Astra did not delete it: Not today.');
  expect((await row()).status).toBe('active');
});

test('when the answer is lost, the routine itself tells that it is gone', async () => {
  const { userId, id, row, acts, path } = await payer();
  emulator.proxy.arm('DELETE', path, { kind: 'lose_answer' });
  expect(await deleteRoutine(userId, id)).toBe('deleted');
  expect((await row()).status).toBe('cancelled');
  expect(await acts()).toEqual(['routine.delete_unanswered']);
});

test('when the answer is lost and Astra goes on showing the routine as cancelled, it is gone', async () => {
  const { person, userId, id, row, path } = await payer();
  const [shown] = await routinesOf(emulator, person);
  emulator.proxy.arm('DELETE', path, { kind: 'lose_answer' });
  const body = { ...shown, status: 'cancelled' };
  emulator.proxy.arm('GET', path, { kind: 'answer', status: 200, body, workIsDone: false });
  expect(await deleteRoutine(userId, id)).toBe('deleted');
  expect(await row()).toMatchObject({ status: 'cancelled' });
});

test('when the request is lost, the person hears that it is still there, and it is looked at later', async () => {
  const { userId, id, path } = await payer();
  emulator.proxy.arm('DELETE', path, { kind: 'lose_request' });
  await expect(deleteRoutine(userId, id)).rejects.toThrow('the routine is still there');
  expect(await jobs('sync_resource')).toHaveLength(2);
});

test('when Astra is silent, nothing is claimed, and it is looked at until it is known', async () => {
  const { userId, id, row, path } = await payer();
  emulator.proxy.arm('DELETE', path, { kind: 'lose_answer' });
  emulator.proxy.arm('GET', path, broken, 9);
  const { updatedAt } = await row();
  expect(await deleteRoutine(userId, id)).toEqual({ knownSince: updatedAt });
  expect((await row()).status).toBe('active');
  const looks = (await jobs('sync_resource')).map(({ payload }) => payload);
  expect(looks).toMatchObject([{ resource: 'routine', resourceId: id }, { resourceId: id }]);
});

test('a routine that was deleted elsewhere counts as deleted', async () => {
  const { person, userId, id } = await payer();
  const headers = { authorization: person.bearer };
  await fetch(`${emulator.api}/v1/routines/${id}`, { method: 'DELETE', headers });
  expect(await deleteRoutine(userId, id)).toBe('deleted');
});

test('somebody who must connect again is told so', async () => {
  const { userId, id } = await payer();
  await db().astraConnection.update({ where: { userId }, data: { status: 'needs_authorization' } });
  await expect(deleteRoutine(userId, id)).rejects.toThrow('Please connect to Astra again');
});

test('a routine that Astra once failed to find, and then shows again, can be deleted', async () => {
  const { userId, id, row, path } = await payer();
  emulator.proxy.arm('GET', path, missing);
  await db().$transaction(await lookAtRoutine(userId, id));
  expect((await row()).removedAt).not.toBeNull();
  expect(await deleteRoutine(userId, id)).toBe('deleted');
  expect(emulator.proxy.calls('DELETE', path)).toHaveLength(1);
  emulator.proxy.reset();
  expect(await deleteRoutine(userId, id)).toBe('deleted');
  expect(emulator.proxy.calls('DELETE', path)).toEqual([]);
});

test('a routine that Astra once failed to find runs again when Astra shows it, and operators hear of it', async () => {
  const { userId, id, row, path } = await payer();
  emulator.proxy.arm('GET', path, missing);
  const look = async () => db().$transaction(await lookAtRoutine(userId, id));
  await look();
  expect(await row()).toMatchObject({ status: 'cancelled' });
  await look();
  expect(await row()).toMatchObject({ status: 'active', removedAt: null });
  expect(await db().impossibleChange.findMany({ where: { astraId: id } })).toMatchObject([
    { known: 'gone', shown: 'active' },
  ]);
});

test('a routine that is missing at Astra and is not found when it is deleted either is deleted', async () => {
  const { userId, id, path } = await payer();
  emulator.proxy.arm('GET', path, missing);
  await db().$transaction(await lookAtRoutine(userId, id));
  emulator.proxy.arm('DELETE', path, missing);
  expect(await deleteRoutine(userId, id)).toBe('deleted');
  expect(emulator.proxy.calls('DELETE', path)).toHaveLength(1);
});

test('a routine whose deletion Astra confirmed does not come back by a late answer', async () => {
  const { userId, id, row, path } = await payer();
  const gate = emulator.proxy.arm('GET', path, { kind: 'hold', workIsDone: true });
  const look = lookAtRoutine(userId, id);
  await gate.reached;
  expect(await deleteRoutine(userId, id)).toBe('deleted');
  await db().routine.update({ where: { astraId: id }, data: { seenAt: new Date(0) } });
  gate.release();
  await db().$transaction(await look);
  expect((await row()).removedAt).not.toBeNull();
});
