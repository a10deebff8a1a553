import { beforeEach, expect, test } from 'vitest';
import { db } from '@/lib/db/prisma';
import { concurrency } from '@/lib/jobs/job-pool';
import { answerWith, wireTransfer } from '@/testing/astra/answers';
import { useEmulator } from '@/testing/astra/emulator';
import { createAstraPerson } from '@/testing/astra/person';
import { forgetJobs, jobs, makeJobsDue, runJobs } from '@/testing/jobs';
import { deliveryOf, newEvent } from '@/testing/webhooks';
import { receiveWebhook } from '../receive';
import { sweep } from '../reconcile/sweep';

const emulator = await useEmulator();
beforeEach(forgetJobs);

const pathOf = (id: string) => `/v1/transfers/${id}`;

/** Takes in an event about a transfer of this person's. */
const receiveEvent = (astraUserId: string, transferId: string) =>
  receiveWebhook(...deliveryOf(newEvent({ user_id: astraUserId, resource_id: transferId })));

const waitingEvents = (resourceId: string) =>
  db().webhookEvent.count({ where: { resourceId, status: 'received' } });

test('events whose looks always fail stand behind the others, however many they are', async () => {
  const { astraUserId } = await createAstraPerson(emulator);
  const broken = Array.from({ length: 2 * concurrency }, () => wireTransfer());
  for (const { id } of broken) {
    const fault = { kind: 'answer', status: 500, workIsDone: false } as const;
    emulator.proxy.arm('GET', pathOf(id), fault, 100);
    await receiveEvent(astraUserId, id);
  }
  await runJobs();
  const transfer = wireTransfer();
  answerWith(emulator, 'transfers', transfer);
  await receiveEvent(astraUserId, transfer.id);
  await makeJobsDue();
  const before = emulator.proxy.seen().length;
  await runJobs();
  const asked = emulator.proxy.seen().map(({ path }) => path);
  expect(asked.indexOf(pathOf(transfer.id)) - before).toBeLessThan(concurrency);
  expect(await waitingEvents(transfer.id)).toBe(0);
  for (const { id } of broken) expect(await waitingEvents(id)).toBe(1);
}, 120_000);

test('an event about what kept failing gives it its place among the others again', async () => {
  const { astraUserId } = await createAstraPerson(emulator);
  const { id } = wireTransfer();
  await receiveEvent(astraUserId, id);
  await runJobs();
  expect(await jobs()).toMatchObject([{ priority: 5 }]);
  await receiveEvent(astraUserId, id);
  expect(await jobs()).toMatchObject([{ priority: 0 }]);
});

test('a sweep of everybody stands behind an event', async () => {
  const person = await createAstraPerson(emulator);
  await db().astraConnection.updateMany({ data: { nextSweepAt: new Date(0) } });
  await sweep();
  const reads = (await jobs()).filter(({ priority }) => priority === 10);
  expect(reads.map(({ task_identifier }) => task_identifier)).toEqual(
    expect.arrayContaining(['sync_cards', 'sync_accounts', 'sync_routines', 'sweep_transfers']),
  );
  await receiveEvent(person.astraUserId, wireTransfer().id);
  const last = (await jobs('sync_resource')).at(-1);
  expect(last).toMatchObject({ priority: 0 });
});
