import { randomUUID } from 'node:crypto';
import { beforeEach, expect, test } from 'vitest';
import { db } from '@/lib/db/prisma';
import { syncResource } from '@/lib/webhooks/sync/sync-resource';
import { controlEmulator } from '@/testing/astra/control';
import { useEmulator } from '@/testing/astra/emulator';
import { askEmulator, cardNumbers, createAstraPerson } from '@/testing/astra/person';
import { createRoutineAtAstra, firstTransferOf } from '@/testing/astra/routines';
import { forgetJobs, jobs } from '@/testing/jobs';
import { createPerson } from '@/testing/rows/people';
import { cancelTransfer } from './cancel-transfer';

const emulator = await useEmulator();
const broken = { kind: 'answer', status: 503, workIsDone: false } as const;
beforeEach(forgetJobs);

/** Somebody with a transfer on its way, which is known here. */
async function payer() {
  const person = await createAstraPerson(emulator, {
    cards: [cardNumbers.waiting, cardNumbers.works],
  });
  const [source = '', destination = ''] = person.cards.map(({ astraId }) => astraId);
  const plan = { source, destination, type: 'one-time' } as const;
  const routineId = await createRoutineAtAstra(emulator, person, plan);
  const astraId = await firstTransferOf(emulator, person, routineId, 'pending');
  const look = async () => {
    const subject = { resource: 'transfer', resourceId: astraId } as const;
    await syncResource({ ...subject, astraUserId: person.astraUserId }, false);
  };
  await look();
  const row = () => db().transfer.findUniqueOrThrow({ where: { astraId } });
  const { id } = await row();
  const userId = person.user.id;
  const acts = async () =>
    (await db().auditEvent.findMany({ where: { userId, correlationId: astraId } })).map(
      ({ action }) => action,
    );
  const path = `/v1/transfers/${astraId}`;
  return { userId, id, astraId, row, acts, look, path, bearer: person.bearer };
}

test('a transfer that has not left is cancelled, at Astra and here', async () => {
  const { userId, id, row, acts, look } = await payer();
  await cancelTransfer(userId, id);
  expect((await row()).status).toBe('cancelled');
  await look();
  expect((await row()).status).toBe('cancelled');
  expect(await acts()).toEqual(['transfer.cancelled']);
  await expect(cancelTransfer(userId, id)).rejects.toThrow('cancelled already');
});

test('somebody else’s transfer is not cancelled, nor one that does not exist', async () => {
  const { id, path } = await payer();
  const { id: stranger } = await createPerson();
  await expect(cancelTransfer(stranger, id)).rejects.toThrow('This transfer is not yours');
  await expect(cancelTransfer(stranger, randomUUID())).rejects.toThrow('is not yours');
  expect(emulator.proxy.calls('POST', `${path}/cancel`)).toEqual([]);
});

test('a refusal is told with Astra’s words, the rule, and the truth that it goes on', async () => {
  const { userId, id, row, acts, path } = await payer();
  const body = { code: 400, name: 'Bad Request', description: 'The banks have it.' };
  const refused = { kind: 'answer', status: 400, body, workIsDone: false } as const;
  emulator.proxy.arm('POST', `${path}/cancel`, refused);
  const told = await cancelTransfer(userId, id).catch((error: Error) => error.message);
  expect(told).toContain('It is too late to stop this transfer. Astra says: The banks have it.');
  expect(told).toContain('until 5 pm Eastern time (2 pm Pacific) on their first banking day');
  expect((await row()).status).toBe('pending');
  expect(await acts()).toEqual(['transfer.cancel_refused']);
});

test('a transfer that arrives in the same moment is told to have arrived', async () => {
  const { userId, id, astraId, row } = await payer();
  await controlEmulator(emulator, 'transfer settle', { id: astraId });
  await expect(cancelTransfer(userId, id)).rejects.toThrow('This transfer has arrived');
  expect((await row()).status).toBe('processed');
});

test('when the answer is lost, the transfer itself tells that it is cancelled', async () => {
  const { userId, id, row, acts, path } = await payer();
  emulator.proxy.arm('POST', `${path}/cancel`, { kind: 'lose_answer' });
  await cancelTransfer(userId, id);
  expect((await row()).status).toBe('cancelled');
  expect(await acts()).toEqual(['transfer.cancel_unanswered']);
  expect(emulator.proxy.calls('POST', `${path}/cancel`)).toHaveLength(1);
});

test('an answer that shows the transfer on its way is not written down as its end', async () => {
  const { userId, id, acts, path, bearer } = await payer();
  const body = await askEmulator(`${emulator.api}${path}`, bearer);
  const still = { kind: 'answer', status: 200, body, workIsDone: false } as const;
  emulator.proxy.arm('POST', `${path}/cancel`, still);
  await expect(cancelTransfer(userId, id)).rejects.toThrow('Until then, count on the money moving');
  expect(await acts()).toEqual(['transfer.cancel_unanswered']);
});

test('when the request is lost, nothing is claimed, and Astra is asked again now and later', async () => {
  const { userId, id, astraId, row, path } = await payer();
  emulator.proxy.arm('POST', `${path}/cancel`, { kind: 'lose_request' });
  await expect(cancelTransfer(userId, id)).rejects.toThrow('Until then, count on the money moving');
  expect((await row()).status).toBe('pending');
  const looks = await jobs('sync_resource');
  expect(looks.map(({ payload }) => payload)).toMatchObject([
    { resource: 'transfer', resourceId: astraId },
    { resource: 'transfer', resourceId: astraId },
  ]);
});

test('when Astra is silent altogether, nothing is claimed either', async () => {
  const { userId, id, path } = await payer();
  emulator.proxy.arm('POST', `${path}/cancel`, broken);
  emulator.proxy.arm('GET', path, broken, 9);
  await expect(cancelTransfer(userId, id)).rejects.toThrow('Astra has not said whether');
  expect(await jobs('sync_resource')).toHaveLength(2);
});

test('an answer about who asks is no word on the transfer', async () => {
  const { userId, id, path } = await payer();
  const body = { code: 403, name: 'Forbidden', description: 'Not you.' };
  const forbidden = { kind: 'answer', status: 403, body, workIsDone: false } as const;
  emulator.proxy.arm('POST', `${path}/cancel`, forbidden, 9);
  await expect(cancelTransfer(userId, id)).rejects.toThrow('Please try again in a minute.');
});

test('somebody who must connect again is told so', async () => {
  const { userId, id } = await payer();
  await db().astraConnection.update({ where: { userId }, data: { status: 'needs_authorization' } });
  await expect(cancelTransfer(userId, id)).rejects.toThrow('Please connect to Astra again');
});
