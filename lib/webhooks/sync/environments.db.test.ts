import { beforeEach, expect, test } from 'vitest';
import { db } from '@/lib/db/prisma';
import { listOpenEvents } from '@/lib/operator/webhooks/list-open-events';
import { listReasons } from '@/lib/operator/webhooks/list-reasons';
import { retryEvents } from '@/lib/operator/webhooks/retry-events';
import { answerWith, wireTransfer } from '@/testing/astra/answers';
import { useEmulator } from '@/testing/astra/emulator';
import { createAstraPerson } from '@/testing/astra/person';
import { forgetJobs, jobs, runJobs } from '@/testing/jobs';
import { createPerson } from '@/testing/rows/people';
import { deliveryOf, newEvent } from '@/testing/webhooks';
import { receiveWebhook } from '../receive';
import { reconcile } from '../reconcile/reconcile';
import { resumeWaitingEvents } from '../resume-waiting-events';

const emulator = await useEmulator();

beforeEach(async () => {
  await forgetJobs();
  await db().webhookEvent.deleteMany();
});

/** An event that came from production, when this app was connected to that. Its job is long gone. */
async function eventOfProduction() {
  const { astraUserId } = await createAstraPerson(emulator);
  const transfer = wireTransfer();
  const about = { user_id: astraUserId, resource_id: transfer.id };
  await receiveWebhook(...deliveryOf(newEvent(about)));
  await forgetJobs();
  const { id } = await db().webhookEvent.findFirstOrThrow({ where: { resourceId: transfer.id } });
  await db().webhookEvent.update({
    where: { id },
    data: { environment: 'production', nextLookAt: new Date(0), outcome: 'Waiting.' },
  });
  const standing = async () =>
    (await db().webhookEvent.findUniqueOrThrow({ where: { id } })).status;
  return { id, about, transfer, standing };
}

test('a look at one environment of Astra does not end an event of another', async () => {
  const { about, transfer, standing } = await eventOfProduction();
  answerWith(emulator, 'transfers', transfer);
  await receiveWebhook(...deliveryOf(newEvent(about)));
  await runJobs();
  const ofEmulator = { resourceId: transfer.id, environment: 'emulator' };
  expect(await db().webhookEvent.findFirst({ where: ofEmulator })).toMatchObject({
    status: 'done',
  });
  expect(await standing()).toBe('received');
});

test('an event of another environment has nothing looked at, whoever connects or presses', async () => {
  const { id, about, standing } = await eventOfProduction();
  await reconcile();
  await db().$transaction((tx) => resumeWaitingEvents(tx, about.user_id));
  const operator = await createPerson();
  expect(await retryEvents(operator.id, { eventId: id })).toBe(0);
  expect(await jobs('sync_resource')).toEqual([]);
  expect(await standing()).toBe('received');
  expect(await listReasons()).toMatchObject([{ reason: 'Waiting.', count: 1, retryable: 0 }]);
  const { items } = await listOpenEvents({ state: undefined, reason: undefined, page: 1 });
  expect(items).toMatchObject([{ id, canRetry: false, otherEnvironment: 'production' }]);
});
