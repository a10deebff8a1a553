import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { db } from '@/lib/db/prisma';
import { answerWith, wireTransfer } from '@/testing/astra/answers';
import { useEmulator } from '@/testing/astra/emulator';
import { addCardAtAstra, cardNumbers, createAstraPerson } from '@/testing/astra/person';
import { forgetJobs, jobs, makeJobsDue, runJobs, skipToLastAttempt } from '@/testing/jobs';
import { createCard, createConnectedPerson } from '@/testing/rows/people';
import { deliveryOf, type Event, newEvent } from '@/testing/webhooks';
import { receiveWebhook } from '../receive';

const emulator = await useEmulator();
const receive = (event: Event) => receiveWebhook(...deliveryOf(event));
const eventOf = ({ webhook_id: webhookId }: Event) =>
  db().webhookEvent.findFirstOrThrow({ where: { webhookId } });

test('an event about a card makes the worker read it from Astra and write it down', async () => {
  const person = await createAstraPerson(emulator);
  const astraId = await addCardAtAstra(emulator, person.bearer, cardNumbers.works);
  const event = newEvent({
    webhook_type: 'card_created',
    user_id: person.astraUserId,
    resource_id: astraId,
  });
  await receive(event);
  await runJobs();
  expect(await db().card.findUnique({ where: { astraId } })).toMatchObject({
    userId: person.user.id,
    lastFour: '5556',
    status: 'approved',
    holderName: 'Edmund Hillary',
  });
  const { status, outcome, handledAt } = await eventOf(event);
  expect({ status, outcome }).toEqual({ status: 'done', outcome: 'The card is approved.' });
  expect(handledAt).toBeInstanceOf(Date);
});

test('an event is not done while its effect could not be written, and the effect comes with the mark', async () => {
  const user = await createConnectedPerson();
  const { astraUserId } = await db().astraConnection.findUniqueOrThrow({
    where: { userId: user.id },
  });
  const transfer = wireTransfer();
  const event = newEvent({ user_id: astraUserId, resource_id: transfer.id });
  answerWith(emulator, 'transfers', transfer, 2);
  await receive(event);
  await db()
    .$executeRaw`ALTER TABLE webhook_events ADD CONSTRAINT none_done CHECK (status <> 'done') NOT VALID`;
  await runJobs();
  expect(await db().transfer.count({ where: { userId: user.id } })).toBe(0);
  expect((await eventOf(event)).status).toBe('received');

  await db().$executeRaw`ALTER TABLE webhook_events DROP CONSTRAINT none_done`;
  await makeJobsDue();
  await runJobs();
  expect(await db().transfer.count({ where: { userId: user.id } })).toBe(1);
  expect((await eventOf(event)).status).toBe('done');
});

test('one look ends ten events about one resource but the newest, which waits for a second look', async () => {
  const { astraUserId, user } = await createAstraPerson(emulator);
  const transfer = wireTransfer();
  const events = Array.from({ length: 10 }, () =>
    newEvent({ user_id: astraUserId, resource_id: transfer.id }),
  );
  answerWith(emulator, 'transfers', transfer, 10);
  for (const event of events) await receive(event);
  await runJobs();
  expect(emulator.proxy.calls('GET', `/v1/transfers/${transfer.id}`)).toHaveLength(1);
  const known = await Promise.all(events.map(eventOf));
  expect(known.map(({ status }) => status)).toEqual([...Array(9).fill('done'), 'received']);
  expect(await jobs('sync_resource')).toMatchObject([{ key: expect.stringMatching(/:later$/) }]);
  await forgetJobs();
  const history = { transfer: { userId: user.id } };
  expect(await db().transferStatusChange.count({ where: history })).toBe(1);
});

test("an event for one person that names another's card writes nothing and is parked in the end", async () => {
  const [ann, ben] = [await createAstraPerson(emulator), await createAstraPerson(emulator)];
  const astraId = await addCardAtAstra(emulator, ben.bearer, cardNumbers.works);
  const event = newEvent({
    webhook_type: 'card_updated',
    user_id: ann.astraUserId,
    resource_id: astraId,
  });
  await receive(event);
  await runJobs();
  expect((await eventOf(event)).status).toBe('received');
  await skipToLastAttempt();
  await runJobs();
  expect(await eventOf(event)).toMatchObject({
    status: 'parked',
    outcome: 'Astra does not show this resource to the user it names.',
  });
  expect(await db().card.findUnique({ where: { astraId } })).toBeNull();
});

const answering = (status: number, body?: unknown) =>
  ({ kind: 'answer', status, body, workIsDone: false }) as const;

test.each([
  [403, 'Astra refuses to show this resource to the user it names.'],
  [400, 'Astra calls the question about this resource invalid.'],
])(
  'a look that Astra refuses with %s is given up after a few attempts, and the reason is there to see from the first',
  async (status, reason) => {
    const { astraUserId, user } = await createAstraPerson(emulator);
    const event = newEvent({ user_id: astraUserId, resource_id: randomUUID() });
    emulator.proxy.arm('GET', `/v1/transfers/${event.resource_id}`, answering(status), 10);
    await receive(event);
    for (const _attempt of ['first', 'second']) {
      await makeJobsDue();
      await runJobs();
      expect(await eventOf(event)).toMatchObject({
        status: 'received',
        outcome: `Waiting: ${reason} It is tried again.`,
      });
    }
    await makeJobsDue();
    await runJobs();
    expect(await eventOf(event)).toMatchObject({ status: 'parked', outcome: reason });
    expect(await jobs()).toEqual([]);
    expect(await db().transfer.count({ where: { userId: user.id } })).toBe(0);
  },
);

test('an answer that cannot be read is tried in all attempts, and then given up', async () => {
  const { astraUserId } = await createAstraPerson(emulator);
  const event = newEvent({ user_id: astraUserId, resource_id: randomUUID() });
  const reason = 'Astra’s answer about this resource cannot be read.';
  emulator.proxy.arm('GET', /\/v1\/transfers\//, answering(200, { id: ['no', 'text'] }), 10);
  await receive(event);
  for (const _attempt of ['first', 'second', 'third', 'fourth']) {
    await makeJobsDue();
    await runJobs();
  }
  expect(await eventOf(event)).toMatchObject({
    status: 'received',
    outcome: `Waiting: ${reason} It is tried again.`,
  });
  await skipToLastAttempt();
  await runJobs();
  expect(await eventOf(event)).toMatchObject({ status: 'parked', outcome: reason });
  emulator.proxy.reset();
});

test("a card that is somebody else's here is never moved, whatever Astra shows", async () => {
  const [ann, ben] = [await createAstraPerson(emulator), await createAstraPerson(emulator)];
  const astraId = await addCardAtAstra(emulator, ann.bearer, cardNumbers.works);
  await createCard(ben.user.id, { astraId, status: 'flagged' });
  const about = { webhook_type: 'card_updated', resource_id: astraId };
  await receive(newEvent({ ...about, user_id: ann.astraUserId }));
  await runJobs();
  expect(await db().card.findUnique({ where: { astraId } })).toMatchObject({
    userId: ben.user.id,
    status: 'flagged',
  });
});

test("an event that names the wrong person does not swallow the right person's event", async () => {
  const [ann, ben] = [await createAstraPerson(emulator), await createAstraPerson(emulator)];
  const astraId = await addCardAtAstra(emulator, ben.bearer, cardNumbers.works);
  const about = { webhook_type: 'card_updated', resource_id: astraId };
  const [genuine, wrong] = [
    newEvent({ ...about, user_id: ben.astraUserId }),
    newEvent({ ...about, user_id: ann.astraUserId }),
  ];
  await receive(genuine);
  await receive(wrong);
  await runJobs();
  expect((await eventOf(genuine)).status).toBe('done');
  expect((await eventOf(wrong)).status).toBe('received');
  expect((await db().card.findUnique({ where: { astraId } }))?.userId).toBe(ben.user.id);
  await forgetJobs();
});

test('what Astra does not show yet is asked for again, and then written', async () => {
  const { astraUserId, user } = await createAstraPerson(emulator);
  const transfer = wireTransfer();
  const event = newEvent({ user_id: astraUserId, resource_id: transfer.id });
  await receive(event);
  await runJobs();
  expect((await eventOf(event)).status).toBe('received');
  answerWith(emulator, 'transfers', transfer);
  await makeJobsDue();
  await runJobs();
  expect((await eventOf(event)).status).toBe('done');
  expect(await db().transfer.count({ where: { userId: user.id } })).toBe(1);
});

test('an event that does not say whose resource it names is parked, not left waiting', async () => {
  const event = newEvent({ webhook_type: 'card_updated', user_id: null });
  await receive(event);
  await runJobs();
  expect(await eventOf(event)).toMatchObject({ status: 'parked' });
  expect(await jobs()).toEqual([]);
});

test('an Astra that keeps failing leaves the event in the inbox, with the reason to see', async () => {
  const { astraUserId } = await createAstraPerson(emulator);
  const event = newEvent({ user_id: astraUserId, resource_id: randomUUID() });
  const fault = { kind: 'answer', status: 503, workIsDone: false } as const;
  emulator.proxy.arm('GET', /\/v1\/transfers\//, fault, 10);
  await receive(event);
  for (const step of [makeJobsDue, skipToLastAttempt]) {
    await step();
    await runJobs();
    expect(await eventOf(event)).toMatchObject({
      status: 'received',
      outcome: 'Waiting: Astra has a problem of its own. It is tried again.',
    });
  }
  await forgetJobs();
});

test('an id that looks like a path asks for nothing but that one resource', async () => {
  const { astraUserId } = await createAstraPerson(emulator);
  const ids = ['../user', 'a?b=c', 'a#b', '%2e%2e%2fuser', 'a/../../v1/user'];
  for (const id of ids) await receive(newEvent({ user_id: astraUserId, resource_id: id }));
  await runJobs();
  expect(
    emulator.proxy
      .seen()
      .map(({ path }) => path)
      .sort(),
  ).toEqual(ids.map((id) => `/v1/transfers/${encodeURIComponent(id)}`).sort());
  await forgetJobs();
});
