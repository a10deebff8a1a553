import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { transferResult } from '@/lib/astra/resources/transfers';
import { db } from '@/lib/db/prisma';
import { wireTransfer } from '@/testing/astra/answers';
import { createPerson } from '@/testing/rows/people';
import { until } from '@/testing/until';
import { storeTransfer } from './store-transfer';

const person = await createPerson();

const shown = (id: string, status: string, second: number) =>
  transferResult.parse(wireTransfer({ id, status, updated: `2026-01-01T10:00:0${second}` }));

const changes = async (astraId: string) =>
  (await db().foundChange.findMany({ where: { astraId }, orderBy: { foundAt: 'asc' } })).map(
    ({ before, after }) => [before, after],
  );

async function countWaiting(): Promise<number> {
  const [row] = await db().$queryRaw<{ n: number }[]>`
    SELECT count(*)::int AS n FROM pg_locks JOIN pg_stat_activity USING (pid)
    WHERE NOT granted AND datname = current_database()`;
  return row?.n ?? 0;
}

test.each([
  ['the older one first', 'pending', 1, 'processed', 2, ['pending', 'processed']],
  ['the newer one first', 'processed', 2, 'pending', 1, ['processed']],
] as const)(
  'of two who see a new transfer at the same moment, %s, the second knows of the first',
  async (_order, first, firstSecond, second, secondSecond, history) => {
    const id = randomUUID();
    let late: Promise<string> | undefined;
    await db().$transaction(async (tx) => {
      await storeTransfer(tx, person.id, shown(id, first, firstSecond));
      late = db().$transaction((other) =>
        storeTransfer(other, person.id, shown(id, second, secondSecond)),
      );
      await until('the second to wait for the first', async () => (await countWaiting()) > 0);
    });
    await late;
    const row = await db().transfer.findUniqueOrThrow({
      where: { astraId: id },
      include: { history: { orderBy: { seenAt: 'asc' } } },
    });
    expect(row.status).toBe('processed');
    expect(row.history.map(({ status }) => status)).toEqual(history);
    expect(await changes(id)).toEqual(
      history.map((status, index) => [history[index - 1] ?? null, status]),
    );
  },
);

test('what is somebody else’s here is not written over, and nothing is found changed', async () => {
  const other = await createPerson();
  const id = randomUUID();
  await storeTransfer(db(), person.id, shown(id, 'pending', 1));
  expect(await storeTransfer(db(), other.id, shown(id, 'processed', 2))).toBe(
    'Nothing: the transfer belongs to another person here.',
  );
  expect(await db().transfer.findUnique({ where: { astraId: id } })).toMatchObject({
    userId: person.id,
    status: 'pending',
  });
  expect(await changes(id)).toEqual([[null, 'pending']]);
});
