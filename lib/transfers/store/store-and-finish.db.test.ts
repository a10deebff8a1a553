import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { transferResult } from '@/lib/astra/resources/transfers';
import { db } from '@/lib/db/prisma';
import { wireTransfer } from '@/testing/astra/answers';
import { createPayment } from '@/testing/rows/payments';
import { createPerson } from '@/testing/rows/people';
import { storeAndFinish, storeTransfer } from './store-transfer';

const newTransfer = (change: Record<string, unknown> = {}) =>
  transferResult.parse({ ...wireTransfer(), ...change });

/** An event that has just told of this transfer. */
async function createEvent(resourceId: string): Promise<string> {
  const { id } = await db().webhookEvent.create({
    data: {
      environment: 'emulator',
      webhookId: randomUUID(),
      webhookType: 'transfer_updated',
      resourceId,
      body: '{}',
    },
  });
  return id;
}

/** What is known of a transfer and of the event about it. */
async function known(astraId: string, eventId: string) {
  const [transfer, event, changes] = await Promise.all([
    db().transfer.findUnique({ where: { astraId }, include: { history: true } }),
    db().webhookEvent.findUniqueOrThrow({ where: { id: eventId } }),
    db().foundChange.findMany({ where: { astraId }, orderBy: { foundAt: 'asc' } }),
  ]);
  return { transfer, event, changes };
}

test('a transfer that is news is written together with the end of its event', async () => {
  const person = await createPerson();
  const payment = await createPayment(person.id, { routineAstraId: randomUUID() });
  const transfer = newTransfer({ routine_id: payment.routineAstraId });
  const eventId = await createEvent(transfer.id);
  expect(await storeAndFinish(person.id, transfer, [eventId])).toBe(true);
  expect(await known(transfer.id, eventId)).toMatchObject({
    transfer: { userId: person.id, status: 'pending', history: [{ status: 'pending' }] },
    event: { status: 'done', outcome: 'The transfer is pending.' },
    changes: [{ before: null, after: 'pending', wasTold: true }],
  });
  const { transferSeenAt } = await db().payment.findUniqueOrThrow({ where: { id: payment.id } });
  expect(transferSeenAt).toBeInstanceOf(Date);
});

type More = [
  string,
  (userId: string, transfer: ReturnType<typeof newTransfer>) => Promise<unknown>,
];

const more: More[] = [
  ['a payment is undecided', (userId) => createPayment(userId, { status: 'unknown' })],
  [
    'a payment may be that of the transfer',
    (userId, { client_correlation_id }) =>
      createPayment(userId, { clientCorrelationId: client_correlation_id ?? '' }),
  ],
  ['the event tells of nothing new', (userId, transfer) => storeLongAgo(userId, transfer)],
];

async function storeLongAgo(userId: string, transfer: ReturnType<typeof newTransfer>) {
  await storeTransfer(db(), userId, { ...transfer, routine_name: 'Before' });
  await db().$executeRaw`UPDATE found_changes SET found_at = found_at - interval '1 hour'`;
}

test.each(more)(
  'nothing at all is written where %s: that is for a transaction',
  async (_what, prepare) => {
    const person = await createPerson();
    const transfer = newTransfer({ client_correlation_id: randomUUID().slice(0, 8) });
    await prepare(person.id, transfer);
    const eventId = await createEvent(transfer.id);
    const before = await known(transfer.id, eventId);
    expect(before.event.status).toBe('received');
    expect(await storeAndFinish(person.id, transfer, [eventId])).toBe(false);
    expect(await known(transfer.id, eventId)).toEqual(before);
  },
);

test('a dispute is written in a transaction with its transfer', async () => {
  const person = await createPerson();
  const transfer = newTransfer({ chargeback: { cb_id: randomUUID(), dispute_status: 'Open' } });
  const eventId = await createEvent(transfer.id);
  expect(await storeAndFinish(person.id, transfer, [eventId])).toBe(false);
  expect(await known(transfer.id, eventId)).toMatchObject({ transfer: null, changes: [] });
});
