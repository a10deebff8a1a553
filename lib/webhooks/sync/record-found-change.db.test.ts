import { expect, test } from 'vitest';
import type { Transaction } from '@/lib/db/prisma';
import { db } from '@/lib/db/prisma';
import { createRoutine } from '@/testing/astra/routines';
import { createPerson } from '@/testing/rows/people';
import { until } from '@/testing/until';
import { recordFoundChange } from './record-found-change';

/** Whether somebody waits for a lock that another transaction holds. */
async function isAnybodyWaiting(): Promise<boolean> {
  const waiting = await db().$queryRaw<unknown[]>`
    SELECT FROM pg_locks WHERE locktype = 'advisory' AND NOT granted AND database =
      (SELECT oid FROM pg_database WHERE datname = current_database())`;
  return waiting.length > 0;
}

test('two who see one change at the same time write it down once', async () => {
  const { id: userId } = await createPerson();
  const { astraId } = await createRoutine(userId, { type: 'recurring', status: 'active' });
  const pause = (tx: Transaction) =>
    tx.routine.update({ where: { astraId }, data: { status: 'inactive' } });
  const record = (meanwhile: () => Promise<unknown>) =>
    db().$transaction((tx) =>
      recordFoundChange(tx, {
        resource: 'routine',
        astraId,
        wasTold: false,
        write: async () => {
          await meanwhile();
          await pause(tx);
        },
      }),
    );
  let second: Promise<void> | undefined;
  await record(async () => {
    second = record(() => Promise.resolve());
    await until('the second to wait', isAnybodyWaiting);
  });
  await second;
  expect(await db().foundChange.findMany({ where: { astraId } })).toEqual([
    expect.objectContaining({ before: 'active', after: 'inactive' }),
  ]);
});
