import { randomUUID } from 'node:crypto';
import { beforeEach, expect, test } from 'vitest';
import { db } from '@/lib/db/prisma';
import { recordFoundChange } from '@/lib/webhooks/sync/record-found-change';
import { wireTransfer } from '@/testing/astra/answers';
import { createConnectedPerson } from '@/testing/rows/people';
import { findSilence } from './find-silence';
import { listUntoldChanges } from './list-untold-changes';
import { readWebhookHealth } from './webhook-health';

beforeEach(async () => {
  await db().webhookEvent.deleteMany();
  await db().foundChange.deleteMany();
});

const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000);

/** Webhooks that came so many minutes ago. */
async function came(ages: readonly number[], about: { resourceId?: string } = {}): Promise<void> {
  await db().webhookEvent.createMany({
    data: ages.map((age) => ({
      environment: 'emulator',
      webhookId: randomUUID(),
      webhookType: 'transfer_updated',
      resourceId: about.resourceId ?? randomUUID(),
      body: '{}',
      status: 'done' as const,
      receivedAt: minutesAgo(age),
    })),
  });
}

/** A change that a look found so many minutes ago. */
const found = (age: number, wasTold = false) =>
  db().foundChange.create({
    data: {
      resource: 'transfer',
      astraId: randomUUID(),
      before: 'pending',
      after: 'processed',
      wasTold,
      foundAt: minutesAgo(age),
    },
  });

test('a change counts as untold when no webhook came near it, and the time for one is over', async () => {
  const [untold, toldLate, toldBefore] = [await found(30), await found(60), await found(90)];
  await found(5);
  await found(40, true);
  await found(25 * 60);
  await came([50], { resourceId: toldLate.astraId });
  await came([90.5], { resourceId: toldBefore.astraId });
  await came([20, 300], { resourceId: randomUUID() });
  expect(await readWebhookHealth()).toMatchObject({ untold: 1 });
  expect(await listUntoldChanges()).toMatchObject([
    { id: untold.id, astraId: untold.astraId, before: 'pending', after: 'processed' },
  ]);
});

test('no webhook for six hours is a warning where one came every hour', async () => {
  const hours = Array.from({ length: 170 }, (_, hour) => (hour + 7) * 58);
  await came(hours);
  const health = await readWebhookHealth();
  expect(findSilence(health)).toMatch(/No webhook came for 6 hours/);
  await came([1]);
  expect(findSilence(await readWebhookHealth())).toBeNull();
});

test('no webhook for six hours is no warning where they came less often', async () => {
  await came(Array.from({ length: 167 }, (_, hour) => (hour + 7) * 58));
  expect(findSilence(await readWebhookHealth())).toBeNull();
});

test('an inbox that is empty is told as such, and is no warning', async () => {
  const health = await readWebhookHealth();
  expect(health).toMatchObject({ lastAt: null, waiting: 0, parked: 0, done: 0, untold: 0 });
  expect(findSilence(health)).toBeNull();
});

test('what a look finds changed is written down once, and what it finds as it was is not', async () => {
  const { id: userId } = await createConnectedPerson();
  const transfer = wireTransfer();
  const see = (status: string, wasTold: boolean) =>
    db().$transaction((tx) =>
      recordFoundChange(tx, {
        resource: 'transfer',
        astraId: transfer.id,
        wasTold,
        write: async () => {
          await tx.transfer.upsert({
            where: { astraId: transfer.id },
            create: { userId, astraId: transfer.id, status, amountCents: 499n },
            update: { status },
          });
          return status;
        },
      }),
    );
  for (const told of [true, false]) await see('pending', told);
  await see('processed', false);
  const changes = await db().foundChange.findMany({ orderBy: { id: 'asc' } });
  expect(changes).toMatchObject([
    { before: null, after: 'pending', wasTold: true },
    { before: 'pending', after: 'processed', wasTold: false },
  ]);
});
