import { randomUUID } from 'node:crypto';
import { beforeEach, expect, test } from 'vitest';
import { db } from '@/lib/db/prisma';
import { receiveWebhook } from '@/lib/webhooks/receive';
import { answerWith, wireRoutine } from '@/testing/astra/answers';
import { useEmulator } from '@/testing/astra/emulator';
import { cardNumbers } from '@/testing/astra/person';
import { createKnownRoutine, firstTransferOf, routinesOf } from '@/testing/astra/routines';
import { forgetJobs, jobs, runJobs } from '@/testing/jobs';
import { createPerson } from '@/testing/rows/people';
import { deliveryOf, newEvent } from '@/testing/webhooks';
import { lookAtRoutine } from './look-at-routine';
import { pauseRoutine } from './pause-routine';

const emulator = await useEmulator();
const broken = { kind: 'answer', status: 503, workIsDone: false } as const;
beforeEach(forgetJobs);
/** Has Astra show the routine so when it is asked next. */
const show = (id: string, status: string) =>
  answerWith(emulator, 'routines', wireRoutine({ id, status, type: 'recurring' }));
const known = (astraId: string) => db().routine.findUniqueOrThrow({ where: { astraId } });

/** Somebody with a routine that runs and is known here. */
async function payer(type?: 'recurring' | 'one-time', source?: string) {
  const { person, id } = await createKnownRoutine(emulator, type, source);
  return { person, userId: person.user.id, id };
}

test('a paused routine is inactive at Astra and here', async () => {
  const { person, userId, id } = await payer();
  await pauseRoutine(userId, id);
  expect((await known(id)).status).toBe('inactive');
  expect(await routinesOf(emulator, person)).toMatchObject([{ id, status: 'inactive' }]);
});

test('the event about a pause of our own is done with its first look, and counts as told', async () => {
  const { person, userId, id } = await payer();
  await pauseRoutine(userId, id);
  const about = { user_id: person.astraUserId, resource_id: id };
  const event = newEvent({ webhook_type: 'routine_updated', ...about });
  await receiveWebhook(...deliveryOf(event));
  // As if it had come at once, however busy this machine is.
  await db()
    .$executeRaw`UPDATE webhook_events SET received_at = (SELECT max(found_at) FROM found_changes)`;
  await runJobs();
  const where = { webhookId: event.webhook_id };
  expect((await db().webhookEvent.findFirstOrThrow({ where })).status).toBe('done');
  const change = { before: 'active', after: 'inactive', wasTold: true };
  expect(await db().foundChange.findMany({ where: { astraId: id, after: 'inactive' } })).toEqual([
    expect.objectContaining(change),
  ]);
});

test('a look that had read the routine before it was paused does not start it again', async () => {
  const { userId, id } = await payer();
  const path = `/v1/routines/${id}`;
  const gate = emulator.proxy.arm('GET', path, { kind: 'hold', workIsDone: true });
  const look = lookAtRoutine(userId, id);
  await gate.reached;
  await pauseRoutine(userId, id);
  gate.release();
  const told = await db().$transaction(await look);
  expect(told).toBe('Nothing: something newer is known of the routine.');
  expect((await known(id)).status).toBe('inactive');
});

test("somebody else's routine is not paused, nor one that does not exist", async () => {
  const { id } = await payer();
  const { id: stranger } = await createPerson();
  await expect(pauseRoutine(stranger, id)).rejects.toThrow('This routine is not yours');
  await expect(pauseRoutine(stranger, randomUUID())).rejects.toThrow('This routine is not yours');
  expect(emulator.proxy.calls('PUT', `/v1/routines/${id}`)).toEqual([]);
});

test('when the answer is lost, the routine itself tells that it is paused', async () => {
  const { userId, id } = await payer();
  emulator.proxy.arm('PUT', `/v1/routines/${id}`, { kind: 'lose_answer' });
  await pauseRoutine(userId, id);
  expect((await known(id)).status).toBe('inactive');
});

test('when the request is lost, the person hears that it still runs', async () => {
  const { userId, id } = await payer();
  emulator.proxy.arm('PUT', `/v1/routines/${id}`, { kind: 'lose_request' });
  await expect(pauseRoutine(userId, id)).rejects.toThrow('Astra has not paused it yet.');
  expect((await known(id)).status).toBe('active');
});

test('when Astra is silent, nothing is claimed, and it is looked at again now and later', async () => {
  const { userId, id } = await payer();
  emulator.proxy.arm('PUT', `/v1/routines/${id}`, broken);
  emulator.proxy.arm('GET', `/v1/routines/${id}`, broken, 9);
  await expect(pauseRoutine(userId, id)).rejects.toThrow('Astra did not answer.');
  const looks = (await jobs('sync_resource')).map(({ payload }) => payload);
  expect(looks).toMatchObject([{ resource: 'routine', resourceId: id }, { resourceId: id }]);
});

test("what Astra says against it is told in Astra's words", async () => {
  const { person, userId, id } = await payer('one-time', cardNumbers.waiting);
  await firstTransferOf(emulator, person, id, 'pending');
  await expect(pauseRoutine(userId, id)).rejects.toThrow('Its transfer has begun.');
});

test.each(['user_suspended', 'requires_user_verification', 'pending_account_authorization'])(
  'a routine that Astra refuses to pause and shows as %s is not called paused',
  async (status) => {
    const { userId, id } = await payer();
    const path = `/v1/routines/${id}`;
    const body = { code: 400, name: 'Bad Request', description: 'Not today.' };
    emulator.proxy.arm('PUT', path, { kind: 'answer', status: 400, body, workIsDone: false });
    show(id, status);
    await expect(pauseRoutine(userId, id)).rejects.toThrow('Astra did not pause it: Not today.');
  },
);

test('when Astra has agreed but shows the routine as it was, it is looked at again now and later', async () => {
  const { userId, id } = await payer();
  show(id, 'active');
  await expect(pauseRoutine(userId, id)).rejects.toThrow('Astra has agreed');
  expect(await jobs('sync_resource')).toHaveLength(2);
});

test('a routine that was deleted at Astra runs no more, once Astra must show it', async () => {
  const { person, userId, id } = await payer();
  await fetch(`${emulator.api}/v1/routines/${id}`, {
    method: 'DELETE',
    headers: { authorization: person.bearer },
  });
  await expect(pauseRoutine(userId, id)).rejects.toThrow('Astra did not answer.');
  await db().routine.update({ where: { astraId: id }, data: { createdAt: new Date(0) } });
  await pauseRoutine(userId, id);
  expect((await known(id)).status).toBe('cancelled');
});

test('somebody who must connect again is told so', async () => {
  const { userId, id } = await payer();
  await db().astraConnection.update({ where: { userId }, data: { status: 'needs_authorization' } });
  await expect(pauseRoutine(userId, id)).rejects.toThrow('Please connect to Astra again');
});
