import { expect, test } from 'vitest';
import { z } from 'zod';
import { db } from '@/lib/db/prisma';
import { receiveWebhook } from '@/lib/webhooks/receive';
import { addAccountAtAstra, addBankAccountAtAstra } from '@/testing/astra/accounts';
import { controlEmulator } from '@/testing/astra/control';
import { useEmulator } from '@/testing/astra/emulator';
import {
  type AstraPerson,
  askEmulator,
  cardNumbers,
  createAstraPerson,
} from '@/testing/astra/person';
import { createRoutineAtAstra } from '@/testing/astra/routines';
import { runJobs } from '@/testing/jobs';
import { until } from '@/testing/until';
import { findTransfer } from './detail/find-transfer';
import { readSegments } from './detail/read-segments';
import { readStory } from './detail/read-story';

const emulator = await useEmulator();
emulator.webhooks.handOver(({ body, signature }) => receiveWebhook(body, signature));
/** Payments from it are processed, and disputed a moment later. */
const disputes = '4403930000007016';

/** Waits until the transfer of a routine stands so here, by what Astra's events led to. */
function transferHere(
  { user }: AstraPerson,
  routineAstraId: string,
  isSo: (found: NonNullable<Awaited<ReturnType<typeof findTransfer>>>) => boolean,
) {
  return until('a transfer to stand so', async () => {
    await runJobs();
    const row = await db().transfer.findFirst({ where: { userId: user.id, routineAstraId } });
    const found = row && (await findTransfer(user.id, row.id));
    return found && isSo(found) && found;
  });
}

test('a dispute of a payment is known from its events, as its transfer shows it', async () => {
  const person = await createAstraPerson(emulator, { cards: [disputes, cardNumbers.works] });
  const [source = '', destination = ''] = person.cards.map(({ astraId }) => astraId);
  const plan = { source, destination, type: 'one-time' } as const;
  const routineId = await createRoutineAtAstra(emulator, person, plan);
  const opened = await transferHere(person, routineId, (found) => found.chargebacks.length > 0);
  expect(opened.status).toBe('processed');
  expect(opened.chargebacks).toMatchObject([
    { disputeStatus: 'Open', actionStatus: 'Open - Merchant debited', exceptionCode: '10.4' },
  ]);
  const [{ id } = { id: '' }] = opened.chargebacks;
  await controlEmulator(emulator, 'chargeback decide', { id, for: 'lost' });
  const decided = await transferHere(person, routineId, ({ chargebacks }) =>
    Boolean(chargebacks[0]?.actionStatus?.startsWith('Adjustment')),
  );
  expect(decided).toMatchObject({
    status: 'processed',
    chargebacks: [{ id, disputeStatus: 'Lost', actionStatus: 'Adjustment - merchant debited' }],
  });

  const story = await readStory(decided);
  expect(story.map(({ eventType }) => eventType)).toEqual(
    expect.arrayContaining(['transfer_created', 'chargeback_created', 'chargeback_updated']),
  );
  const read = await readSegments(person.user.id, decided.astraId);
  expect(read).toMatchObject({ ok: true, segments: [{ type: 'pull' }, { type: 'push' }] });
});

test('a payment that its bank sends back had arrived, and has failed', async () => {
  const person = await createAstraPerson(emulator);
  const answer = await askEmulator(`${emulator.api}/v1/routines`, person.bearer, {
    type: 'one-time',
    payment_type: 'ach',
    name: 'Rent',
    source_id: await addBankAccountAtAstra(emulator, person.bearer),
    destination_id: await addAccountAtAstra(emulator, person.bearer),
    amount: 5,
  });
  const { id: routineId } = z.object({ id: z.string() }).parse(answer);
  const arrived = await transferHere(person, routineId, ({ status }) => status === 'processed');
  await controlEmulator(emulator, 'transfer return', { id: arrived.astraId, code: 'R03' });
  const returned = await transferHere(person, routineId, ({ status }) => status === 'failed');
  expect(returned.failureReason).toBe('R03');
  const seen = returned.history.map(({ status }) => status);
  expect(seen.slice(-2)).toEqual(['processed', 'failed']);
});

test('steps that Astra does not show now are a sentence, and no error', async () => {
  const { user } = await createAstraPerson(emulator);
  const broken = { kind: 'answer', status: 503, workIsDone: false } as const;
  emulator.proxy.arm('GET', '/v1/transfers/some-id/segments', broken, 9);
  const silent = { ok: false, sentence: 'Astra did not answer. Please try again in a minute.' };
  expect(await readSegments(user.id, 'some-id')).toEqual(silent);
  const where = { userId: user.id };
  await db().astraConnection.update({ where, data: { status: 'needs_authorization' } });
  expect(await readSegments(user.id, 'some-id')).toMatchObject({
    sentence: expect.stringContaining('connect to Astra again'),
  });
});

test('a story holds nothing of other people, whatever ids it shares with theirs', async () => {
  const [ann, ben] = [await createAstraPerson(emulator), await createAstraPerson(emulator)];
  const data = { userId: ann.user.id, astraId: 'shared-id', status: 'pending', amountCents: 1n };
  const { id } = await db().transfer.create({ data: { ...data, clientCorrelationId: 'Shared12' } });
  const event = { environment: 'emulator', webhookType: 'transfer_updated', body: '{}' };
  for (const { user, astraUserId } of [ann, ben]) {
    await db().auditEvent.create({
      data: {
        userId: user.id,
        correlationId: 'Shared12',
        action: 'payment.sent',
        detail: `By ${user.id}.`,
      },
    });
    await db().webhookEvent.create({
      data: { ...event, webhookId: astraUserId, astraUserId, resourceId: 'shared-id' },
    });
  }
  const found = await findTransfer(ann.user.id, id);
  const story = found ? await readStory(found) : [];
  expect(story.map(({ kind }) => kind)).toEqual(['act', 'event']);
  expect(story[0]?.text).toBe(`By ${ann.user.id}.`);
});
