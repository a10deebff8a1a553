import { randomUUID } from 'node:crypto';
import { afterEach, expect, test } from 'vitest';
import { db } from '@/lib/db/prisma';
import { liveHub } from '@/lib/live/hub';
import { notifyUser } from '@/lib/live/notify';
import { toCents } from '@/lib/money';
import { createConnectedPerson } from '@/testing/rows/people';
import { until } from '@/testing/until';
import { storeTransfer } from './store/store-transfer';

const leaves: (() => void)[] = [];
afterEach(() => leaves.splice(0).forEach((leave) => leave()));

/** How often this person's open pages are told to look again, from now on. */
async function listen(userId: string): Promise<() => number> {
  let heard = 0;
  leaves.push(await liveHub().subscribe(userId, () => (heard += 1)));
  return () => heard;
}

test('a change of a transfer is told to who sent it and to who receives it, and to nobody else', async () => {
  const astraUserId = randomUUID();
  const [ann, ben, eve] = await Promise.all([
    createConnectedPerson(),
    createConnectedPerson({ astraUserId }),
    createConnectedPerson(),
  ]);
  const [anns, bens, eves] = [await listen(ann.id), await listen(ben.id), await listen(eve.id)];
  const seen = {
    id: randomUUID(),
    status: 'pending',
    amount_cents: toCents(500n),
    destination_user_id: astraUserId,
    initiated: null,
    updated: null,
    estimated_clearing_date: null,
  };
  await db().$transaction((tx) => storeTransfer(tx, ann.id, seen));
  await until('both to hear of it', () => anns() > 0 && bens() > 0);
  await notifyUser(db(), eve.id);
  await until('the last to hear of something else', () => eves() > 0);
  expect([anns(), bens(), eves()]).toEqual([1, 1, 1]);
});
