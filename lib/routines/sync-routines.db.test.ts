import { beforeEach, expect, test } from 'vitest';
import { db } from '@/lib/db/prisma';
import { visitList } from '@/lib/lists/list-reads';
import { wireRoutine } from '@/testing/astra/answers';
import { useEmulator } from '@/testing/astra/emulator';
import { createKnownRoutine, createRoutineAtAstra } from '@/testing/astra/routines';
import { forgetJobs, jobs, runJobs } from '@/testing/jobs';
import { syncRoutines } from './sync-routines';
import { syncRoutinesOf } from './sync-routines-of';

const emulator = await useEmulator();
beforeEach(forgetJobs);

/** Somebody with a routine that is known here, and Astra must show by now. */
async function payer() {
  const { person, id } = await createKnownRoutine(emulator);
  const userId = person.user.id;
  await db().routine.update({ where: { astraId: id }, data: { createdAt: new Date(0) } });
  const row = () => db().routine.findUniqueOrThrow({ where: { astraId: id } });
  const atAstra = (method: string, body?: unknown) =>
    fetch(`${emulator.api}/v1/routines/${id}`, {
      method,
      headers: { authorization: person.bearer, 'content-type': 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
  return { person, userId, id, row, atAstra };
}

test('a routine that was made elsewhere is found, and one that is known is left alone', async () => {
  const { person, userId } = await payer();
  const [source = '', destination = ''] = person.cards.map(({ astraId }) => astraId);
  const id = await createRoutineAtAstra(emulator, person, { source, destination });
  await syncRoutines(userId);
  expect(await db().routine.findMany({ where: { userId, astraId: id } })).toMatchObject([
    { status: 'active', amountCents: 500n, frequency: 'weekly' },
  ]);
  expect(await jobs('sync_resource')).toEqual([]);
});

test('a running routine of a card is found although the list spells its ends the other way', async () => {
  const { person, userId } = await payer();
  const [source = '', destination = ''] = person.cards.map(({ astraId }) => astraId);
  const id = await createRoutineAtAstra(emulator, person, { source, destination });
  const { source_id: _source, destination_id: _destination, ...flat } = wireRoutine({ id });
  const nested = { ...flat, source: { id: source }, destination: { id: destination } };
  const body = { routines: [nested], more: false, next_cursor: null };
  emulator.proxy.arm('GET', '/v1/routines', {
    kind: 'answer',
    status: 200,
    body,
    workIsDone: false,
  });
  await syncRoutinesOf(userId, source);
  expect(await db().routine.findMany({ where: { userId, astraId: id } })).toHaveLength(1);
});

test('what was changed or deleted elsewhere is looked at, each by itself', async () => {
  const [changed, deleted] = [await payer(), await payer()];
  await changed.atAstra('PUT', { amount: 7 });
  await deleted.atAstra('DELETE');
  for (const { userId } of [changed, deleted]) await syncRoutines(userId);
  expect((await changed.row()).amountCents).toBe(500n);
  await runJobs();
  expect((await changed.row()).amountCents).toBe(700n);
  expect((await deleted.row()).removedAt).not.toBeNull();
  await forgetJobs();
  for (const { userId } of [changed, deleted]) await syncRoutines(userId);
  expect(await jobs('sync_resource')).toEqual([]);
});

test('a visit has the list read at Astra, and the next one tells when that was', async () => {
  const { userId } = await payer();
  expect(await visitList(userId, 'routines')).toBeNull();
  await runJobs();
  expect(await visitList(userId, 'routines')).toMatchObject({ readAt: expect.any(Date) });
  expect(await jobs('sync_routines')).toEqual([]);
});
