import { expect, test } from 'vitest';
import { prepared } from './prepared';
import { db } from './prisma';

test('a connection keeps a statement that is marked, once, and no other', async () => {
  const kept = await db().$transaction(async (tx) => {
    for (const value of [1, 2]) await tx.$queryRaw`${prepared} SELECT ${value}::int AS marked`;
    await tx.$queryRaw`SELECT 3 AS unmarked`;
    return tx.$queryRaw`SELECT statement FROM pg_prepared_statements`;
  });
  expect(kept).toEqual([{ statement: expect.stringContaining('AS marked') }]);
});
