import { randomUUID } from 'node:crypto';
import { beforeEach, expect, test } from 'vitest';
import { db } from '@/lib/db/prisma';
import { forgetJobs, jobs, runJobs } from '@/testing/jobs';
import {
  createBareTransfer,
  createKnownPerson,
  endWaits,
  forgetPeople,
  wantedWork,
} from '@/testing/rows/looked-at';
import { createCard } from '@/testing/rows/people';
import { reconcile } from './reconcile';

beforeEach(forgetPeople);

test('what is open and was not looked at for a while is looked at without being told', async () => {
  const { user, astraUserId } = await createKnownPerson();
  const { astraId: transferId } = await createBareTransfer(user.id);
  const [routineId, intentId] = [randomUUID(), randomUUID()];
  await db().routine.create({
    data: { astraId: routineId, userId: user.id, status: 'active', type: 'one-time' },
  });
  await db().userIntent.create({
    data: {
      userId: user.id,
      submissionKey: randomUUID(),
      submission: 'accepted',
      astraId: intentId,
      astraStatus: 'pending',
    },
  });
  const [batchId, paidId] = [randomUUID(), randomUUID()];
  await db().batchTransfer.createMany({
    data: [
      { astraId: batchId, status: 'pending' },
      { astraId: paidId, status: 'processed' },
    ],
  });
  await reconcile();
  expect(await wantedWork()).toEqual([]);

  await endWaits();
  await reconcile();
  const subject = (resource: string, resourceId: string, whose: string | null) => ({
    resource,
    resourceId,
    astraUserId: whose,
  });
  const expected = [
    subject('transfer', transferId, astraUserId),
    subject('routine', routineId, astraUserId),
    subject('user_intent', intentId, null),
    subject('batch', batchId, null),
  ];
  expect(await wantedWork()).toHaveLength(4);
  expect(await wantedWork()).toEqual(expect.arrayContaining(expected));
});

test('a person whom Astra is still looking at is asked about, one who is approved is not', async () => {
  const [{ user, astraUserId }] = [await createKnownPerson(), await createKnownPerson()];
  await db().astraConnection.update({
    where: { userId: user.id },
    data: { astraUserStatus: 'pending' },
  });
  await endWaits();
  await reconcile();
  expect(await wantedWork()).toEqual([{ resource: 'user', resourceId: astraUserId, astraUserId }]);
});

test('a card that Astra has not decided about is looked at, and one that it has is not', async () => {
  const { user, astraUserId } = await createKnownPerson();
  const undecided = await Promise.all(
    ['flagged', 'pending_review'].map((status) => createCard(user.id, { status })),
  );
  for (const status of ['approved', 'rejected', 'removed']) await createCard(user.id, { status });
  await endWaits();
  await reconcile();
  const looks = undecided.map(({ astraId: resourceId }) => ({
    resource: 'card',
    resourceId,
    astraUserId,
  }));
  expect(await wantedWork()).toHaveLength(2);
  expect(await wantedWork()).toEqual(expect.arrayContaining(looks));

  await forgetJobs();
  await reconcile();
  expect(await wantedWork()).toEqual([]);
});

test('what has ended is not looked at again', async () => {
  const { user } = await createKnownPerson();
  for (const status of ['processed', 'failed', 'cancelled'])
    await createBareTransfer(user.id, status);
  await endWaits();
  await reconcile();
  expect(await wantedWork()).toEqual([]);
});

test('nothing is looked at on behalf of somebody who must authorize again', async () => {
  const { user } = await createKnownPerson();
  await createBareTransfer(user.id);
  await db().astraConnection.update({
    where: { userId: user.id },
    data: { status: 'needs_authorization' },
  });
  await endWaits();
  await reconcile();
  expect(await wantedWork()).toEqual([]);
});

test('a look that waits for its next attempt is not begun anew', async () => {
  const { user } = await createKnownPerson();
  await createBareTransfer(user.id);
  await endWaits();
  await reconcile();
  await db().$executeRaw`UPDATE graphile_worker._private_jobs SET attempts = 5`;
  await endWaits();
  await reconcile();
  expect(await jobs()).toMatchObject([{ attempts: 5 }]);

  await db().$executeRaw`UPDATE graphile_worker._private_jobs SET attempts = max_attempts`;
  await reconcile();
  expect(await jobs()).toMatchObject([{ attempts: 0 }]);
});

test('the jobs of a worker that died are taken up by another', async () => {
  const { user } = await createKnownPerson();
  await createBareTransfer(user.id);
  await endWaits();
  await reconcile();
  const lock = `locked_by = 'dead', locked_at = clock_timestamp() - interval '11 minutes'`;
  await db().$executeRawUnsafe(`UPDATE graphile_worker._private_jobs SET ${lock}`);
  await db().$executeRawUnsafe(`UPDATE graphile_worker._private_job_queues SET ${lock}`);
  await runJobs();
  expect(await jobs()).toMatchObject([{ attempts: 0 }]);
  await reconcile();
  await runJobs();
  expect(await jobs()).toMatchObject([{ attempts: 1 }]);
});
