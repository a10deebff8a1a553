import { randomUUID } from 'node:crypto';
import { beforeEach, expect, test } from 'vitest';
import { db } from '@/lib/db/prisma';
import { useEmulator } from '@/testing/emulator';
import { forgetJobs, jobs } from '@/testing/jobs';
import { createPerson } from '@/testing/people';
import { createKnownRoutine } from '@/testing/routines';
import { pauseRoutine } from './pause-routine';
import { resumeRoutine } from './resume-routine';

const emulator = await useEmulator();
beforeEach(forgetJobs);

/** Somebody with a routine that is paused, at Astra and here. */
async function pauser() {
  const { person, id } = await createKnownRoutine(emulator);
  const userId = person.user.id;
  await pauseRoutine(userId, id);
  const status = async () =>
    (await db().routine.findUniqueOrThrow({ where: { astraId: id } })).status;
  return { userId, id, status, path: `/v1/routines/${id}` };
}

test('a paused routine goes on, at Astra and here', async () => {
  const { userId, id, status } = await pauser();
  expect(await status()).toBe('inactive');
  await resumeRoutine(userId, id);
  expect(await status()).toBe('active');
});

test("somebody else's routine is not resumed, nor one that does not exist", async () => {
  const { id, status } = await pauser();
  const { id: stranger } = await createPerson();
  await expect(resumeRoutine(stranger, id)).rejects.toThrow('This routine is not yours');
  await expect(resumeRoutine(stranger, randomUUID())).rejects.toThrow('This routine is not yours');
  expect(await status()).toBe('inactive');
});

test('when the answer is lost, the routine itself tells that it goes on', async () => {
  const { userId, id, status, path } = await pauser();
  emulator.proxy.arm('PUT', path, { kind: 'lose_answer' });
  await resumeRoutine(userId, id);
  expect(await status()).toBe('active');
});

test('when the request is lost, the person hears that it is still paused, and it is looked at later', async () => {
  const { userId, id, status, path } = await pauser();
  emulator.proxy.arm('PUT', path, { kind: 'lose_request' });
  await expect(resumeRoutine(userId, id)).rejects.toThrow('Astra has not resumed it yet.');
  expect(await status()).toBe('inactive');
  expect(await jobs('sync_resource')).toHaveLength(2);
});

test('what has ended does not go on, and Astra is not asked', async () => {
  const { userId, id, path } = await pauser();
  await db().routine.update({ where: { astraId: id }, data: { status: 'cancelled' } });
  emulator.proxy.reset();
  await expect(resumeRoutine(userId, id)).rejects.toThrow('This routine has ended');
  expect(emulator.proxy.calls('PUT', path)).toEqual([]);
});
