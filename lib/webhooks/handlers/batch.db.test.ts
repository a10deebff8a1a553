import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { db } from '@/lib/db/prisma';
import { listImpossibleChanges } from '@/lib/operator/list-impossible-changes';
import { findTransfer } from '@/lib/transfers/detail/find-transfer';
import { addBankAccountAtAstra } from '@/testing/astra/accounts';
import { answerWith, wireBatch } from '@/testing/astra/answers';
import { useEmulator } from '@/testing/astra/emulator';
import { askEmulator, cardNumbers, createAstraPerson } from '@/testing/astra/person';
import { forgetJobs, jobs, makeJobsDue, runJobs, skipToLastAttempt } from '@/testing/jobs';
import { createPerson } from '@/testing/rows/people';
import { createTransfer } from '@/testing/rows/transfers';
import { until } from '@/testing/until';
import { deliveryOf, newEvent } from '@/testing/webhooks';
import { receiveWebhook } from '../receive';
import { reconcile } from '../reconcile/reconcile';
import { syncResource } from '../sync/sync-resource';

const emulator = await useEmulator();
emulator.webhooks.handOver(({ body, signature }) => receiveWebhook(body, signature));
type Wire = ReturnType<typeof wireBatch>;

const batchOf = (astraId: string) =>
  db().batchTransfer.findUniqueOrThrow({ where: { astraId }, include: { members: true } });

/** Lets Astra show these states of one batch, one after the other. @returns what is known then. */
async function see(...states: Partial<Wire>[]) {
  const id = randomUUID();
  for (const state of states) {
    answerWith(emulator, 'batch_transfers', wireBatch({ ...state, id }));
    await syncResource({ resource: 'batch', resourceId: id, astraUserId: null }, false);
  }
  return batchOf(id);
}

const pending = { status: 'pending', updated: '2026-01-01T10:00:00.000001' };
const processed = { status: 'processed', updated: '2026-01-02T10:00:00.000001' };
const failed = { status: 'failed', updated: '2026-01-03T10:00:00.000001' };
const onHold = { status: 'on_hold', updated: '2026-01-02T12:00:00.000001' };

test.each([
  ['in order', [pending, processed], 'processed'],
  ['the end first', [processed, pending], 'processed'],
  ['the end, twice', [processed, processed], 'processed'],
  ['an old answer at the end', [pending, processed, pending], 'processed'],
  ['sent back after the end', [pending, processed, failed], 'failed'],
  ['in a way that nobody knows yet', [pending, onHold], 'on_hold'],
])('a batch ends right when its states are seen %s', async (_how, states, status) => {
  expect((await see(...states)).status).toBe(status);
});

test('a batch never begins again: that is recorded for operators as the program’s own', async () => {
  const late = { status: 'pending', updated: '2026-02-01T10:00:00.000001' };
  const { astraId, status } = await see(processed, late);
  expect(status).toBe('processed');
  const { items } = await listImpossibleChanges(1);
  expect(items.find((change) => change.astraId === astraId)).toMatchObject({
    resource: 'batch',
    userId: null,
    email: null,
    known: 'processed',
    shown: 'pending',
  });
});

test('what a batch shows no more, or not so that it can be read, stays as it was', async () => {
  const known = await see({ ...pending, transfers: ['a', 'b'] }, { id: '', amount: 0.001 });
  expect(known).toMatchObject({ status: 'pending', amountCents: 1650n });
  const bare = { transfers: undefined, amount: undefined, status: undefined, created: undefined };
  const kept = await see({ ...processed, transfers: ['a', 'b'] }, { ...bare, updated: undefined });
  expect(kept).toMatchObject({ status: 'processed', amountCents: 1650n, transferCount: 2 });
  expect(kept.members.map(({ transferAstraId }) => transferAstraId).sort()).toEqual(['a', 'b']);
});

test('a batch pays for the transfers that it shows last, heard of before or after them', async () => {
  const [ann, ben] = [await createPerson(), await createPerson()];
  const [one, other] = [await createTransfer(ann.id), await createTransfer(ann.id)];
  const later = randomUUID();
  const { astraId } = await see(
    { ...pending, transfers: [one.astraId, other.astraId, later] },
    { ...pending, transfers: [one.astraId, later] },
  );
  expect((await findTransfer(ann.id, one.id))?.batch).toMatchObject({
    astraId,
    status: 'pending',
    astraCreatedAt: new Date('2026-01-01T10:00:00.000Z'),
  });
  expect((await findTransfer(ann.id, other.id))?.batch).toBeNull();
  const made = await createTransfer(ben.id, { astraId: later });
  expect((await findTransfer(ben.id, made.id))?.batch).toMatchObject({ astraId });
  expect(await findTransfer(ben.id, one.id)).toBeNull();
});

test('a person learns nothing of a batch but how it stands', async () => {
  const { id: userId } = await createPerson();
  const { id, astraId } = await createTransfer(userId);
  await see({ ...pending, transfers: [astraId, randomUUID()] });
  const { batch } = (await findTransfer(userId, id)) ?? {};
  const known = ['astraCreatedAt', 'astraId', 'astraUpdatedAt', 'status'];
  expect(Object.keys(batch ?? {}).sort()).toEqual(known);
});

test('of a payment in net mode, the batch that pays for it is known from its events', async () => {
  const person = await createAstraPerson(emulator, { cards: [cardNumbers.works] });
  const { user, bearer, cards } = person;
  const answer = await askEmulator(`${emulator.api}/v1/routines/account-to-card`, bearer, {
    name: 'Payout',
    amount: 5,
    source: { id: await addBankAccountAtAstra(emulator, bearer) },
    destination: { id: cards[0]?.astraId, user_id: person.astraUserId },
    settlement_mode: 'net_debit',
  });
  const { id: routineAstraId } = z.object({ id: z.string() }).parse(answer);
  const batch = await until('the batch to be processed', async () => {
    await runJobs();
    const row = await db().transfer.findFirst({ where: { userId: user.id, routineAstraId } });
    const found = row && (await findTransfer(user.id, row.id));
    return found?.batch?.status === 'processed' && found.batch;
  });
  const known = await batchOf(batch.astraId);
  expect(known).toMatchObject({ amountCents: 500n, transferCount: 1, members: [{}] });
  const events = await db().webhookEvent.findMany({ where: { resourceId: batch.astraId } });
  expect(new Set(events.map(({ webhookType }) => webhookType))).toEqual(
    new Set(['batch_transfer_created', 'batch_transfer_updated']),
  );
});

test('an event about a batch that Astra does not show is parked in the end', async () => {
  await forgetJobs();
  const event = newEvent({ webhook_type: 'batch_transfer_updated', user_id: null });
  await receiveWebhook(...deliveryOf(event));
  await runJobs();
  await skipToLastAttempt();
  await runJobs();
  const where = { webhookId: event.webhook_id };
  expect(await db().webhookEvent.findFirst({ where })).toMatchObject({
    status: 'parked',
    outcome: 'Astra does not show this resource to us.',
  });
});

test('an event about a batch whose job was lost is taken up again, once', async () => {
  const batch = wireBatch();
  const event = newEvent({ webhook_type: 'batch_transfer_created', resource_id: batch.id });
  await receiveWebhook(...deliveryOf(event));
  await forgetJobs();
  const { webhook_id: webhookId } = event;
  await db().$executeRaw`
    UPDATE webhook_events SET next_look_at = clock_timestamp() WHERE webhook_id = ${webhookId}`;
  await reconcile();
  await reconcile();
  expect(await jobs('sync_resource')).toMatchObject([
    { payload: { resource: 'batch', resourceId: batch.id, astraUserId: null } },
  ]);
  answerWith(emulator, 'batch_transfers', batch);
  await makeJobsDue();
  await runJobs();
  expect((await batchOf(batch.id)).status).toBe('pending');
  expect(await db().webhookEvent.findFirst({ where: { webhookId } })).toMatchObject({
    status: 'done',
    outcome: 'The batch is pending.',
  });
});
