import { randomUUID } from 'node:crypto';
import { beforeEach, expect, test } from 'vitest';
import { db } from '@/lib/db/prisma';
import { forgetJobs } from '@/testing/jobs';
import {
  createBareTransfer,
  createKnownPerson,
  endWaits,
  forgetPeople,
  wantedWork,
} from '@/testing/rows/looked-at';
import { createPayment } from '@/testing/rows/payments';
import { reconcile } from './reconcile';

beforeEach(forgetPeople);

/** How many seconds away the next look at a transfer is. */
async function secondsToLook(astraId: string): Promise<number> {
  const [row] = await db().$queryRaw<{ seconds: number }[]>`
    SELECT extract(epoch FROM next_look_at - clock_timestamp())::float8 AS seconds
    FROM transfers WHERE astra_id = ${astraId}`;
  return Math.ceil((row?.seconds ?? 0) / 30) * 30;
}

test('each look in vain makes the wait for the next one twice as long, up to six hours', async () => {
  const { user } = await createKnownPerson();
  const { astraId } = await createBareTransfer(user.id);
  const waits: number[] = [];
  for (let look = 0; look < 12; look += 1) {
    await endWaits();
    await forgetJobs();
    await reconcile();
    expect(await wantedWork()).toHaveLength(1);
    waits.push(await secondsToLook(astraId));
  }
  const doubling = Array.from({ length: 9 }, (_, look) => 60 * 2 ** look);
  expect(waits).toEqual([...doubling, 21_600, 21_600, 21_600]);
});

test('a look that is not due yet is not made, however often the reconciler runs', async () => {
  const { user } = await createKnownPerson();
  await createPayment(user.id, { status: 'accepted', routineAstraId: randomUUID() });
  await endWaits();
  await reconcile();
  await forgetJobs();
  await reconcile();
  expect(await wantedWork()).toEqual([]);
});

test('what waits longest is looked at first, so that nothing starves behind a long line', async () => {
  const { user } = await createKnownPerson();
  const ids = Array.from({ length: 501 }, () => randomUUID());
  await db().transfer.createMany({
    data: ids.map((astraId) => ({ userId: user.id, astraId, status: 'pending', amountCents: 1n })),
  });
  await endWaits();
  const longest = ids.at(-1) ?? '';
  await db().$executeRaw`
    UPDATE transfers SET next_look_at = clock_timestamp() - interval '1 hour'
    WHERE astra_id = ${longest}`;
  await reconcile();
  expect(await wantedWork()).toHaveLength(500);
  expect(await wantedWork()).toContainEqual(expect.objectContaining({ resourceId: longest }));

  await forgetJobs();
  await reconcile();
  expect(await wantedWork()).toHaveLength(1);
});

test('two reconcilers at once make each look once', async () => {
  const { user } = await createKnownPerson();
  const { astraId } = await createBareTransfer(user.id);
  await endWaits();
  await Promise.all([reconcile(), reconcile(), reconcile()]);
  expect(await secondsToLook(astraId)).toBe(60);
});
