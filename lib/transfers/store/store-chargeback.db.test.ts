import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { transferResult } from '@/lib/astra/resources/transfers';
import { db } from '@/lib/db/prisma';
import { wireTransfer } from '@/testing/astra/answers';
import { createPerson } from '@/testing/rows/people';
import { storeTransfer } from './store-transfer';

const person = await createPerson();

/** Looks, one after the other, at a transfer that shows its dispute like this. @returns what is known. */
async function seeDispute(...shown: Record<string, unknown>[]) {
  const [id, cb_id] = [randomUUID(), randomUUID()];
  for (const dispute of shown) {
    // A dispute goes on without any change of its transfer.
    const updated = '2026-01-01T10:00:00';
    const chargeback = { cb_id, ...dispute };
    const wire = { ...wireTransfer({ id, status: 'processed', updated }), chargeback };
    await db().$transaction((tx) => storeTransfer(tx, person.id, transferResult.parse(wire)));
  }
  return db().chargeback.findUniqueOrThrow({ where: { id: cb_id } });
}

const open = { dispute_status: 'Open', status_date: '2026-01-02T10:00:00' };
const won = { dispute_status: 'Won', status_date: '2026-01-05T10:00:00' };

test('a dispute that is decided stays so, though an older look at it is answered later', async () => {
  expect(await seeDispute(open, won)).toMatchObject({ disputeStatus: 'Won' });
  expect(await seeDispute(won, open)).toMatchObject({ disputeStatus: 'Won' });
});

test('a status of a dispute that nobody knows yet is kept as it is, and so is none at all', async () => {
  expect(await seeDispute({ dispute_status: 'Escalated' })).toMatchObject({
    disputeStatus: 'Escalated',
  });
  expect(await seeDispute({ action_status: 'Open' })).toMatchObject({ disputeStatus: null });
});
