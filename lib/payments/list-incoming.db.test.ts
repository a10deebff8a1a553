import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { brand } from '@/lib/brand';
import type { Payment } from '@/lib/db/generated/client';
import { db } from '@/lib/db/prisma';
import { createPayment } from '@/testing/payments';
import { createConnectedPerson, createPerson } from '@/testing/people';
import { listIncoming } from './list-incoming';

/** Somebody who has sent $5 to this person, with its transfer. */
async function createSender(recipientId: string | null, change: Partial<Payment> = {}) {
  const user = await createConnectedPerson({ shortName: 'Tenzing N.' });
  const routineAstraId = randomUUID();
  await createPayment(user.id, {
    recipientId,
    routineAstraId,
    name: 'Our secret',
    ...change,
  });
  await db().transfer.create({
    data: {
      userId: user.id,
      astraId: randomUUID(),
      routineAstraId,
      name: 'Our secret',
      status: 'processed',
      amountCents: 500n,
    },
  });
}

test('people see what others sent them: how much, when, and from whom in short', async () => {
  const recipient = await createPerson();
  await createSender(recipient.id);
  await createSender((await createPerson()).id);
  await createSender(null);
  expect(await listIncoming(recipient.id)).toEqual([
    {
      id: expect.any(String),
      from: 'Tenzing N.',
      amountCents: 500n,
      status: 'processed',
      at: expect.any(Date),
    },
  ]);
});

test('what comes from a settlement account is from the program', async () => {
  const recipient = await createPerson();
  await createSender(recipient.id, { sourceKind: 'payment_instrument' });
  expect(await listIncoming(recipient.id)).toMatchObject([{ from: brand.name }]);
});

test('what has not begun to move is not shown', async () => {
  const recipient = await createPerson();
  const sender = await createPerson();
  await createPayment(sender.id, { recipientId: recipient.id, status: 'unknown' });
  await createPayment(sender.id, { recipientId: recipient.id, routineAstraId: randomUUID() });
  expect(await listIncoming(recipient.id)).toEqual([]);
});
