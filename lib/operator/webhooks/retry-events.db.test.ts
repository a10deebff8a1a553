import { randomUUID } from 'node:crypto';
import { beforeEach, expect, test } from 'vitest';
import { db } from '@/lib/db/prisma';
import { receiveWebhook } from '@/lib/webhooks/receive';
import { unknownType } from '@/lib/webhooks/resource-of';
import { answerWith, wireTransfer } from '@/testing/astra/answers';
import { useEmulator } from '@/testing/astra/emulator';
import { createAstraPerson } from '@/testing/astra/person';
import { forgetJobs, jobs, runJobs, skipToLastAttempt } from '@/testing/jobs';
import { createPerson } from '@/testing/rows/people';
import { deliveryOf, newEvent } from '@/testing/webhooks';
import { listOpenEvents } from './list-open-events';
import { listReasons } from './list-reasons';
import { retryEvents } from './retry-events';

const emulator = await useEmulator();
const operator = await createPerson();
const notShown = 'Astra does not show this resource to the user it names.';

beforeEach(async () => {
  await forgetJobs();
  await db().webhookEvent.deleteMany();
});

/** Events about transfers that Astra does not show, given up. @returns their ids here, and of whom. */
async function givenUp(count: number) {
  const { astraUserId, user } = await createAstraPerson(emulator);
  const transfers = Array.from({ length: count }, () => wireTransfer());
  for (const { id } of transfers) {
    await receiveWebhook(...deliveryOf(newEvent({ user_id: astraUserId, resource_id: id })));
  }
  await skipToLastAttempt();
  await runJobs();
  const events = await db().webhookEvent.findMany({ where: { astraUserId } });
  expect(events.map(({ outcome }) => outcome)).toEqual(transfers.map(() => notShown));
  emulator.proxy.reset();
  return { transfers, events, user };
}

const stand = (id: string) =>
  db().webhookEvent.findUniqueOrThrow({
    where: { id },
    select: { status: true, outcome: true },
  });

test('an event that was given up is tried again, with one look however often that is pressed', async () => {
  const { transfers, events, user } = await givenUp(1);
  const [transfer, event] = [transfers[0], events[0]];
  if (!transfer || !event) throw new Error('One event is needed.');
  answerWith(emulator, 'transfers', transfer, 10);
  const press = () => retryEvents(operator.id, { eventId: event.id });
  await Promise.all([press(), press()]);
  await press();
  expect(await jobs('sync_resource')).toHaveLength(1);
  await runJobs();
  expect(await stand(event.id)).toEqual({ status: 'done', outcome: 'The transfer is pending.' });

  expect(await press()).toBe(0);
  await runJobs();
  expect(emulator.proxy.calls('GET', `/v1/transfers/${transfer.id}`)).toHaveLength(1);
  expect(await db().transferStatusChange.count({ where: { transfer: { userId: user.id } } })).toBe(
    1,
  );
});

test('all events that were given up for one reason are tried again, and no others', async () => {
  const { transfers, events } = await givenUp(3);
  for (const transfer of transfers) answerWith(emulator, 'transfers', transfer);
  await receiveWebhook(...deliveryOf(newEvent({ webhook_type: 'moon_phase_changed' })));
  expect(await listReasons()).toEqual([
    { reason: notShown, count: 3, retryable: 3 },
    { reason: unknownType, count: 1, retryable: 0 },
  ]);
  expect(await retryEvents(operator.id, { reason: notShown })).toBe(3);
  expect(await retryEvents(operator.id, { reason: notShown })).toBe(0);
  expect(await retryEvents(operator.id, { reason: unknownType })).toBe(0);
  await runJobs();
  for (const { id } of events) expect((await stand(id)).status).toBe('done');
  const acts = await db().auditEvent.findMany({ where: { action: 'webhooks.retried' } });
  expect(acts.filter(({ detail }) => detail.startsWith('Had 3 of'))).toMatchObject([
    { actorId: operator.id },
  ]);
});

test('the list of open events is narrowed by how they stand and why, and shows no body', async () => {
  await givenUp(1);
  const waiting = newEvent({ user_id: randomUUID(), secret: 'canary' });
  await receiveWebhook(...deliveryOf(waiting));
  const list = async (query: { state?: 'parked' | 'waiting'; reason?: string }) =>
    (await listOpenEvents({ state: query.state, reason: query.reason, page: 1 })).items;
  expect(await list({})).toHaveLength(2);
  expect(await list({ state: 'parked' })).toMatchObject([{ status: 'parked', canRetry: true }]);
  expect(await list({ state: 'waiting' })).toMatchObject([{ resourceId: waiting.resource_id }]);
  expect(await list({ reason: notShown })).toMatchObject([{ outcome: notShown }]);
  expect(JSON.stringify(await list({}))).not.toContain('canary');
});
