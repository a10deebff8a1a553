import { beforeEach, expect, test } from 'vitest';
import { db } from '@/lib/db/prisma';
import { startWorker } from '@/lib/jobs/worker';
import { answerWith, wireCard, wireTransfer } from '@/testing/astra/answers';
import { useEmulator } from '@/testing/astra/emulator';
import { addCardAtAstra, cardNumbers, createAstraPerson } from '@/testing/astra/person';
import { forgetJobs, jobs, letLagPass, makeJobsDue, runJobs } from '@/testing/jobs';
import { until } from '@/testing/until';
import { deliveryOf, newEvent } from '@/testing/webhooks';
import { receiveWebhook } from '../receive';

const emulator = await useEmulator();
beforeEach(forgetJobs);

const statusesOf = async (resourceId: string) =>
  (
    await db().webhookEvent.findMany({
      where: { resourceId },
      select: { status: true },
      orderBy: { id: 'asc' },
    })
  ).map(({ status }) => status);

const looksAt = (id: string) => emulator.proxy.calls('GET', `/v1/cards/${id}`).length;

/** Somebody's card at Astra, of which nobody has told us yet. */
async function newCard() {
  const { astraUserId } = await createAstraPerson(emulator);
  const card = wireCard({ status: 'approved' });
  const receive = (webhook_type = 'card_updated') =>
    receiveWebhook(
      ...deliveryOf(newEvent({ webhook_type, user_id: astraUserId, resource_id: card.id })),
    );
  const statusOf = async () =>
    (await db().card.findUniqueOrThrow({ where: { astraId: card.id } })).status;
  return { card, receive, statusOf };
}

test('of two events that came together, one change explains one, and the other is looked at again', async () => {
  const { card, receive, statusOf } = await newCard();
  await receive('card_created');
  await receive();
  answerWith(emulator, 'cards', card);
  await runJobs();
  expect(await statusOf()).toBe('approved');
  expect(await statusesOf(card.id)).toEqual(['done', 'received']);

  answerWith(emulator, 'cards', { ...card, status: 'rejected' });
  await letLagPass();
  await runJobs();
  expect(await statusOf()).toBe('rejected');
  expect(await statusesOf(card.id)).toEqual(['done', 'done']);
  expect(await jobs()).toEqual([]);
});

test('an event right after one whose change was found is not done by that change', async () => {
  const { card, receive, statusOf } = await newCard();
  answerWith(emulator, 'cards', card, 2);
  await receive('card_created');
  await runJobs();
  await receive();
  await runJobs();
  expect(await statusesOf(card.id)).toEqual(['done', 'received']);

  answerWith(emulator, 'cards', { ...card, status: 'rejected' });
  await letLagPass();
  await runJobs();
  expect(await statusOf()).toBe('rejected');
  expect(await statusesOf(card.id)).toEqual(['done', 'done']);
});

test('two events that each have a change of their own are both done at once', async () => {
  const { card, receive } = await newCard();
  answerWith(emulator, 'cards', card);
  await receive('card_created');
  await runJobs();
  answerWith(emulator, 'cards', { ...card, status: 'flagged' });
  await receive();
  await runJobs();
  expect(await statusesOf(card.id)).toEqual(['done', 'done']);
  expect(await jobs()).toEqual([]);
});

test('two events about a transfer with one change get a later look, and one with its own does not', async () => {
  const { astraUserId } = await createAstraPerson(emulator);
  const transfer = wireTransfer({ updated: '2026-01-01T10:00:00.000001' });
  const processed = { status: 'processed', updated: '2026-01-02T10:00:00.000001' };
  const about = { user_id: astraUserId, resource_id: transfer.id };
  await receiveWebhook(...deliveryOf(newEvent({ ...about, webhook_type: 'transfer_created' })));
  await receiveWebhook(...deliveryOf(newEvent(about)));
  answerWith(emulator, 'transfers', transfer);
  await runJobs();
  expect(await statusesOf(transfer.id)).toEqual(['done', 'received']);
  expect(await jobs('sync_resource')).toMatchObject([{ key: expect.stringMatching(/:later$/) }]);

  // What is seen later is the change that the second told of.
  answerWith(emulator, 'transfers', { ...transfer, ...processed });
  await makeJobsDue();
  await runJobs();
  expect(await statusesOf(transfer.id)).toEqual(['done', 'done']);
  expect(await jobs()).toEqual([]);
});

test.each([
  ['of which only the first has news', true],
  ['of which none has news', false],
])(
  'a hundred events %s, while their resource is looked at, cost two looks in all',
  async (...given) => {
    const [, isNew] = given;
    const { astraUserId, bearer } = await createAstraPerson(emulator);
    const id = await addCardAtAstra(emulator, bearer, cardNumbers.works);
    const receive = () =>
      receiveWebhook(
        ...deliveryOf(
          newEvent({ webhook_type: 'card_updated', user_id: astraUserId, resource_id: id }),
        ),
      );
    if (!isNew) {
      await receive();
      await runJobs();
      await letLagPass();
    }
    emulator.proxy.reset();
    const fault = { kind: 'hold', workIsDone: false } as const;
    const held = emulator.proxy.arm('GET', `/v1/cards/${id}`, fault);
    const worker = await startWorker();
    try {
      await receive();
      await held.reached;
      for (let event = 0; event < 99; event += 1) await receive();
      held.release();
      await until('only the later look to be left', isOnlyLaterLeft, 30_000);
    } finally {
      held.release();
      await worker.stop();
    }
    await letLagPass();
    await runJobs();
    expect(new Set(await statusesOf(id))).toEqual(new Set(['done']));
    expect(looksAt(id)).toBe(2);
    expect(await jobs()).toEqual([]);
  },
  60_000,
);

async function isOnlyLaterLeft(): Promise<boolean> {
  const [left, ...others] = await jobs('sync_resource');
  return others.length === 0 && left?.key?.endsWith(':later') === true;
}

test('a stream of events that does not end has its resource looked at all the same', async () => {
  const { card, receive } = await newCard();
  answerWith(emulator, 'cards', card, 10);
  await receive('card_created');
  await runJobs();
  for (let event = 0; event < 10; event += 1) await receive();
  await runJobs();
  expect(looksAt(card.id)).toBe(1);
  await db().$executeRaw`
    UPDATE webhook_events SET received_at = received_at - interval '1 minute'
    WHERE resource_id = ${card.id}`;
  for (let event = 0; event < 10; event += 1) await receive();
  await runJobs();
  expect(looksAt(card.id)).toBe(2);
});
