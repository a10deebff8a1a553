import { beforeEach, expect, test } from 'vitest';
import { db } from '@/lib/db/prisma';
import { sendPayment } from '@/lib/payments/send/send-payment';
import { answerWith, wireTransfer } from '@/testing/astra/answers';
import { useEmulator } from '@/testing/astra/emulator';
import { addFault } from '@/testing/astra/faults';
import { addCardAtAstra, cardNumbers, createAstraPerson } from '@/testing/astra/person';
import { pressInConsole } from '@/testing/astra/press-in-console';
import { forgetJobs, jobs, letLagPass, runJobs } from '@/testing/jobs';
import { confirmedOrder } from '@/testing/rows/payments';
import { deliveryOf, newEvent } from '@/testing/webhooks';
import { receiveWebhook } from '../receive';
import { syncResource } from './sync-resource';

const emulator = await useEmulator();
beforeEach(forgetJobs);

type About = { webhook_type: string; user_id: string; resource_id: string };

/** Takes in an event and does what it asks for. @returns how it then stands. */
async function tell(about: About) {
  const event = newEvent(about);
  await receiveWebhook(...deliveryOf(event));
  await runJobs();
  return () =>
    db().webhookEvent.findFirstOrThrow({
      where: { webhookId: event.webhook_id },
      select: { status: true, outcome: true },
    });
}

/** Somebody here, and a card of theirs that is known to be approved. */
async function approvedCard() {
  const { astraUserId, bearer } = await createAstraPerson(emulator);
  const cardId = await addCardAtAstra(emulator, bearer, cardNumbers.works);
  const about = { webhook_type: 'card_updated', user_id: astraUserId, resource_id: cardId };
  const created = await tell({ ...about, webhook_type: 'card_created' });
  expect(await created()).toEqual({ status: 'done', outcome: 'The card is approved.' });
  const statusOf = async () =>
    (await db().card.findUniqueOrThrow({ where: { astraId: cardId } })).status;
  return { about, statusOf };
}

test('an event whose look still shows the old state is looked at again, and then done', async () => {
  const { about, statusOf } = await approvedCard();
  await letLagPass();
  await pressInConsole(emulator, 'cards', about.resource_id, 'flag');
  const user = about.user_id;
  await addFault(emulator, { kind: 'stale_read', on: 'cards.get', user, ms: 60_000, count: 1 });
  const updated = await tell(about);
  expect(await statusOf()).toBe('approved');
  expect(await updated()).toEqual({
    status: 'received',
    outcome: 'Waiting: Astra may not show everything yet, and is asked again.',
  });
  await letLagPass();
  await runJobs();
  expect(await statusOf()).toBe('flagged');
  expect(await updated()).toEqual({ status: 'done', outcome: 'The card is flagged.' });
});

test('an answer that is older than what is known does not end its event either', async () => {
  const { astraUserId } = await createAstraPerson(emulator);
  const transfer = wireTransfer({ updated: '2026-01-02T10:00:00.000001' });
  const about = { user_id: astraUserId, resource_id: transfer.id };
  const subject = { resource: 'transfer', resourceId: transfer.id, astraUserId } as const;
  answerWith(emulator, 'transfers', transfer);
  await syncResource(subject, false);
  await letLagPass();
  answerWith(emulator, 'transfers', { ...transfer, updated: '2026-01-01T10:00:00.000001' });
  const updated = await tell({ ...about, webhook_type: 'transfer_updated' });
  expect((await updated()).status).toBe('received');
  const newest = { status: 'processed', updated: '2026-01-03T10:00:00.000001' };
  answerWith(emulator, 'transfers', { ...transfer, ...newest });
  await letLagPass();
  await runJobs();
  expect(await updated()).toEqual({ status: 'done', outcome: 'The transfer is processed.' });
});

test('an event that told of nothing is looked at twice, and no more', async () => {
  const { about } = await approvedCard();
  await letLagPass();
  emulator.proxy.reset();
  const updated = await tell(about);
  expect((await updated()).status).toBe('received');
  await letLagPass();
  await runJobs();
  expect(await updated()).toEqual({ status: 'done', outcome: 'The card is approved.' });
  expect(await jobs()).toEqual([]);
  expect(emulator.proxy.calls('GET', `/v1/cards/${about.resource_id}`)).toHaveLength(2);
});

test('an event about a change that a look found unasked a moment before is done at once', async () => {
  const { astraUserId, bearer } = await createAstraPerson(emulator);
  const resourceId = await addCardAtAstra(emulator, bearer, cardNumbers.works);
  await syncResource({ resource: 'card', resourceId, astraUserId }, false);
  // However long this takes here, the event comes at once.
  await db().$executeRaw`UPDATE found_changes SET found_at = found_at + interval '1 minute'`;
  const about = { webhook_type: 'card_created', user_id: astraUserId, resource_id: resourceId };
  expect((await (await tell(about))()).status).toBe('done');
});

test('an event about the routine that our own call has just made is done at once', async () => {
  const cards = [cardNumbers.works, cardNumbers.alsoWorks];
  const person = await createAstraPerson(emulator, { cards });
  const { paymentId } = await sendPayment(confirmedOrder(person));
  const { routineAstraId } = await db().payment.findUniqueOrThrow({ where: { id: paymentId } });
  // However long this takes here, the event comes at once.
  await db().$executeRaw`UPDATE found_changes SET found_at = found_at + interval '1 minute'`;
  const updated = await tell({
    webhook_type: 'routine_updated',
    user_id: person.astraUserId,
    resource_id: routineAstraId ?? '',
  });
  expect(await updated()).toEqual({
    status: 'done',
    // It may have paid by now.
    outcome: expect.stringMatching(/^The routine is (active|completed)\.$/),
  });
});
