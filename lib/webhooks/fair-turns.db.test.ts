import { beforeEach, expect, test } from 'vitest';
import { db } from '@/lib/db/prisma';
import { concurrency } from '@/lib/jobs/job-pool';
import { startWorker } from '@/lib/jobs/worker';
import { answerWith, wireTransfer } from '@/testing/astra-answers';
import { addCardAtAstra, cardNumbers, createAstraPerson } from '@/testing/astra-person';
import { useEmulator } from '@/testing/emulator';
import { forgetJobs, jobs, makeJobsDue, runJobs } from '@/testing/jobs';
import { until } from '@/testing/until';
import { deliveryOf, newEvent } from '@/testing/webhooks';
import { receiveWebhook } from './receive';
import { sweep } from './sweep';

const emulator = await useEmulator();
beforeEach(forgetJobs);

const pathOf = (id: string) => `/v1/transfers/${id}`;

/** Takes in an event about a transfer of this person's. */
const receiveEvent = (astraUserId: string, transferId: string) =>
  receiveWebhook(...deliveryOf(newEvent({ user_id: astraUserId, resource_id: transferId })));

const waitingEvents = (resourceId: string) =>
  db().webhookEvent.count({ where: { resourceId, status: 'received' } });

test('a hundred events about one resource, while it is being looked at, cost two looks in all', async () => {
  const { astraUserId, bearer } = await createAstraPerson(emulator);
  const cardId = await addCardAtAstra(emulator, bearer, cardNumbers.works);
  const about = { webhook_type: 'card_updated', user_id: astraUserId, resource_id: cardId };
  const receive = () => receiveWebhook(...deliveryOf(newEvent(about)));
  const held = emulator.proxy.arm('GET', `/v1/cards/${cardId}`, {
    kind: 'hold',
    workIsDone: false,
  });
  const worker = await startWorker();
  try {
    await receive();
    await held.reached;
    for (let event = 0; event < 99; event += 1) await receive();
    held.release();
    await until('all events to be done', async () => (await waitingEvents(cardId)) === 0, 30_000);
  } finally {
    held.release();
    await worker.stop();
  }
  expect(emulator.proxy.calls('GET', `/v1/cards/${cardId}`)).toHaveLength(2);
}, 60_000);

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
}, 60_000);

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
