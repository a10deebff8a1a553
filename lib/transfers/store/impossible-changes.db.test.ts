import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Transfer } from '@/lib/astra';
import { transferStatuses } from '@/lib/astra/contract';
import { transferResult } from '@/lib/astra/resources/transfers';
import { db } from '@/lib/db/prisma';
import { listImpossibleChanges } from '@/lib/operator/list-impossible-changes';
import { wireTransfer } from '@/testing/astra/answers';
import { createPerson } from '@/testing/rows/people';
import { storeTransfer } from './store-transfer';
import { isAllowedTransition } from './transitions';

const person = await createPerson();
const statuses = [...transferStatuses, 'on_hold'];
const table = statuses.flatMap((from) => statuses.map((to) => [from, to] as const));

/** The transfer as Astra shows it, the newer the later. */
function shown(id: string, status: string, second: number): Transfer {
  const updated = `2026-01-01T10:00:${String(second).padStart(2, '0')}`;
  return transferResult.parse(wireTransfer({ id, status, updated }));
}

const see = (transfer: Transfer) =>
  db().$transaction((tx) => storeTransfer(tx, person.id, transfer));

test.each(table)(
  'after %s, Astra shows %s: applied if it can be, else recorded once and never applied',
  async (from, to) => {
    const id = randomUUID();
    await see(shown(id, from, 1));
    for (const second of [2, 3]) await see(shown(id, to, second));
    const isAllowed = isAllowedTransition(from, to);
    const row = await db().transfer.findUniqueOrThrow({
      where: { astraId: id },
      include: { history: true },
    });
    expect(row.status).toBe(isAllowed ? to : from);
    expect(new Set(row.history.map(({ status }) => status))).toEqual(
      new Set(isAllowed ? [from, to] : [from]),
    );
    const recorded = await db().impossibleChange.findMany({ where: { astraId: id } });
    const change = { resource: 'transfer', userId: person.id, known: from, shown: to };
    expect(recorded).toMatchObject(isAllowed ? [] : [change]);
  },
);

test('whatever Astra shows in whatever order, a transfer goes only ways that money can go', async () => {
  const looks = fc.array(fc.tuple(fc.constantFrom(...transferStatuses), fc.nat(59)), {
    minLength: 1,
    maxLength: 8,
  });
  await fc.assert(
    fc.asyncProperty(looks, async (seen) => {
      const id = randomUUID();
      let before: string | undefined;
      for (const [status, second] of seen) {
        await see(shown(id, status, second));
        const row = await db().transfer.findUniqueOrThrow({ where: { astraId: id } });
        if (before !== undefined) expect(isAllowedTransition(before, row.status)).toBe(true);
        before = row.status;
      }
    }),
    { numRuns: 40 },
  );
});

test('operators see what cannot be, the newest first, and whose it is', async () => {
  const id = randomUUID();
  await see(shown(id, 'cancelled', 1));
  await see(shown(id, 'processed', 2));
  const { items, total } = await listImpossibleChanges(1);
  expect(items[0]).toMatchObject({
    astraId: id,
    known: 'cancelled',
    shown: 'processed',
    email: person.email,
  });
  expect(total).toBeGreaterThan(1);
});
