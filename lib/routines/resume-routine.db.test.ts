import { randomUUID } from 'node:crypto';
import { beforeEach, expect, test } from 'vitest';
import { db } from '@/lib/db/prisma';
import { answerWith, wireRoutine } from '@/testing/astra/answers';
import { useEmulator } from '@/testing/astra/emulator';
import { createKnownRoutine } from '@/testing/astra/routines';
import { forgetJobs, jobs } from '@/testing/jobs';
import { createPerson } from '@/testing/rows/people';
import { pauseRoutine } from './pause-routine';
import { resumeRoutine } from './resume-routine';

const emulator = await useEmulator();
beforeEach(forgetJobs);
/** Has Astra show the routine so when it is asked next. */
const show = (id: string, status: string) =>
  answerWith(emulator, 'routines', wireRoutine({ id, status, type: 'recurring' }));

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

test.each(['user_suspended', 'requires_user_verification', 'pending_account_authorization'])(
  'a routine that Astra refuses to resume and shows as %s is not called resumed',
  async (status) => {
    const { userId, id, path } = await pauser();
    const body = { code: 400, name: 'Bad Request', description: 'Not today.' };
    emulator.proxy.arm('PUT', path, { kind: 'answer', status: 400, body, workIsDone: false });
    show(id, status);
    await expect(resumeRoutine(userId, id)).rejects.toThrow('Astra did not resume it: Not today.');
  },
);

test('a routine that Astra has resumed but that waits for something else counts as resumed', async () => {
  const { userId, id, status } = await pauser();
  show(id, 'pending_account_authorization');
  await resumeRoutine(userId, id);
  expect(await status()).toBe('pending_account_authorization');
});

test('when Astra has agreed but shows the routine as it was, it is looked at again now and later', async () => {
  const { userId, id } = await pauser();
  show(id, 'inactive');
  await expect(resumeRoutine(userId, id)).rejects.toThrow('Astra has agreed');
  expect(await jobs('sync_resource')).toHaveLength(2);
});
