import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { db } from '@/lib/db/prisma';
import { connect } from '@/lib/hosted/connect';
import { findCurrentIntent } from '@/lib/onboarding/find-current-intent';
import { useEmulator } from '@/testing/astra/emulator';
import { queryOf, walkThrough } from '@/testing/astra/hosted-visit';
import {
  addCardAtAstra,
  approvableDetails,
  cardNumbers,
  createAstraPerson,
  redirectUri,
} from '@/testing/astra/person';
import { forgetJobs, jobs, makeJobsDue, runJobs } from '@/testing/jobs';
import { createPerson } from '@/testing/rows/people';
import { until } from '@/testing/until';
import { deliveryOf, type Event, newEvent } from '@/testing/webhooks';
import { createUserIntent } from '../onboarding/create-user-intent';
import { receiveWebhook } from './receive';
import { reconcile } from './reconcile/reconcile';

const emulator = await useEmulator();
const receive = (event: Event) => receiveWebhook(...deliveryOf(event));
const eventOf = ({ webhook_id: webhookId }: Event) =>
  db().webhookEvent.findFirstOrThrow({ where: { webhookId } });

/** A card at Astra of somebody whom this app may not know yet, and the event that tells of it. */
async function cardEvent(person: { bearer: string; astraUserId: string }) {
  const astraId = await addCardAtAstra(emulator, person.bearer, cardNumbers.works);
  const about = { webhook_type: 'card_created', resource_id: astraId };
  return newEvent({ ...about, user_id: person.astraUserId });
}

/** A code with which this Astra user can be connected here. */
async function codeFor(phone: string, astraUserId: string): Promise<string> {
  const query = new URLSearchParams({
    client_id: Buffer.from(emulator.basic.slice(6), 'base64').toString().split(':')[0] ?? '',
    redirect_uri: redirectUri,
    response_type: 'code',
    user_id: astraUserId,
    bypass_connect: 'true',
  });
  const left = await walkThrough(
    emulator,
    `${emulator.hosted}/login/oauth/authorize?${query}`,
    phone,
  );
  return queryOf(left)['code'] ?? '';
}

test('events that come before the person is connected wait, and are taken up upon connecting', async () => {
  const person = await createAstraPerson(emulator);
  const event = await cardEvent(person);
  await db().astraConnection.delete({ where: { userId: person.user.id } });
  await receive(event);
  await runJobs();
  expect(await eventOf(event)).toMatchObject({
    status: 'received',
    outcome: 'Waiting: nobody here is connected as this Astra user.',
  });
  expect(await jobs()).toEqual([]);

  await connect(person.user.id, await codeFor(person.phone, person.astraUserId));
  await runJobs();
  expect((await eventOf(event)).status).toBe('done');
  expect(await db().card.count({ where: { userId: person.user.id } })).toBe(1);
});

test('events of somebody who never connects are gone through ever more seldom, and at once when they do', async () => {
  const person = await createAstraPerson(emulator);
  const event = await cardEvent(person);
  await db().astraConnection.delete({ where: { userId: person.user.id } });
  await receive(event);
  await runJobs();
  const waits: number[] = [];
  for (let look = 0; look < 3; look += 1) {
    await db().$executeRaw`UPDATE webhook_events SET next_look_at = clock_timestamp()`;
    const { nextLookAt: before } = await eventOf(event);
    await reconcile();
    const { nextLookAt: after } = await eventOf(event);
    waits.push(Math.round((after.getTime() - before.getTime()) / 60_000));
  }
  expect(waits).toEqual([1, 2, 4]);
  expect(await jobs()).toEqual([]);

  await connect(person.user.id, await codeFor(person.phone, person.astraUserId));
  expect(await eventOf(event)).toMatchObject({ looks: 0 });
});

test('events of somebody who must authorize again wait, and are taken up after that', async () => {
  const person = await createAstraPerson(emulator);
  const event = await cardEvent(person);
  await db().astraConnection.update({
    where: { userId: person.user.id },
    data: { status: 'needs_authorization' },
  });
  await receive(event);
  await runJobs();
  expect(await eventOf(event)).toMatchObject({
    status: 'received',
    outcome: 'Waiting: this person has to authorize us again.',
  });

  await connect(person.user.id, await codeFor(person.phone, person.astraUserId));
  await runJobs();
  expect((await eventOf(event)).status).toBe('done');
});

test('a waiting event whose person was connected at that very moment is found by the reconciler', async () => {
  const person = await createAstraPerson(emulator);
  const event = await cardEvent(person);
  await receive(event);
  // The job looked just before the connection was there; nothing else will look again.
  await forgetJobs();
  await db().$executeRaw`
    UPDATE webhook_events SET next_look_at = clock_timestamp()
    WHERE webhook_id = ${event.webhook_id}`;
  await reconcile();
  await runJobs();
  expect((await eventOf(event)).status).toBe('done');
});

test('the reconciler leaves events alone for whom nobody can be asked, or whose job is still trying', async () => {
  const person = await createAstraPerson(emulator);
  const unseen = newEvent({ user_id: person.astraUserId });
  await receive(newEvent());
  await receive(unseen);
  await runJobs();
  const before = await jobs();
  expect(before).toMatchObject([{ attempts: 1 }]);
  await db().$executeRaw`UPDATE webhook_events SET next_look_at = clock_timestamp()`;
  await reconcile();
  expect(await jobs()).toEqual(before);
  await forgetJobs();
});

test('an event about an intent that overtakes the answer to its creation is not lost', async () => {
  const user = await createPerson();
  const gate = emulator.proxy.arm('POST', '/v1/user_intent', { kind: 'hold', workIsDone: true });
  let resourceId = '';
  emulator.webhooks.handOver(({ body, signature }) => {
    resourceId = String(JSON.parse(new TextDecoder().decode(body)).resource_id);
    return receiveWebhook(body, signature);
  });
  const details = approvableDetails();
  const creating = createUserIntent({
    userId: user.id,
    email: user.email,
    submissionKey: randomUUID(),
    ipAddress: '192.0.2.1',
    details,
  });
  await gate.reached;
  await until('the decision', () => resourceId !== '');
  await runJobs();
  expect(await db().webhookEvent.findFirst({ where: { resourceId } })).toMatchObject({
    status: 'received',
  });
  gate.release();
  await creating;
  await makeJobsDue();
  await runJobs();
  expect(await findCurrentIntent(user.id)).toMatchObject({
    astraId: resourceId,
    astraStatus: 'approved',
  });
  expect(await db().webhookEvent.findFirst({ where: { resourceId } })).toMatchObject({
    status: 'done',
  });
});
