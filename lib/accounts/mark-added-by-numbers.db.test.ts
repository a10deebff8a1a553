import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { db } from '@/lib/db/prisma';
import { createAccount } from '@/testing/astra/accounts';
import { createPerson } from '@/testing/rows/people';
import { markAddedByNumbers } from './mark-added-by-numbers';

const ago = (seconds: number) => new Date(Date.now() - seconds * 1000);

/** A loan for an account that ends in three minutes, unless told otherwise. */
function createLoan(userId: string, loan: { expiresAt?: Date; settledAt?: Date } = {}) {
  const common = { id: randomUUID(), secretHash: randomUUID(), version: 0 };
  return db().accessTokenLoan.create({
    data: { ...common, userId, purpose: 'accounts', expiresAt: ago(-180), ...loan },
  });
}

/** What new accounts of this person become, of which no bank tells a balance unless given. */
async function originsOfNew(userId: string, ...balances: (bigint | null)[]): Promise<string[]> {
  const created = await Promise.all(
    balances.map((currentBalanceCents) => createAccount(userId, { currentBalanceCents })),
  );
  await db().$transaction((tx) => markAddedByNumbers(tx, userId, created));
  const ids = created.map(({ id }) => id);
  const rows = await db().account.findMany({ where: { id: { in: ids } } });
  return ids.map((id) => rows.find((row) => row.id === id)?.origin ?? '');
}

test('of each loan, one account without a balance is taken for the one that was added', async () => {
  const { id } = await createPerson();
  expect(await originsOfNew(id, null)).toEqual(['astra_pages']);
  await createLoan(id);
  expect(await originsOfNew(id, 1n, 0n)).toEqual(['astra_pages', 'astra_pages']);
  expect(await originsOfNew(id, 1n, null)).toEqual(['astra_pages', 'numbers']);
  expect(await originsOfNew(id, null)).toEqual(['astra_pages']);
});

test('of more accounts than loans nobody can tell which was added, so none is taken for it', async () => {
  const { id } = await createPerson();
  await createLoan(id);
  expect(await originsOfNew(id, null, null)).toEqual(['astra_pages', 'astra_pages']);
  await createLoan(id);
  expect(await originsOfNew(id, null, null)).toEqual(['numbers', 'numbers']);
});

test('a loan that ended a while ago, was for nothing, or was somebody else’s, does not count', async () => {
  const [{ id }, other] = [await createPerson(), await createPerson()];
  await createLoan(other.id);
  await createLoan(id, { expiresAt: ago(60 * 60) });
  await createLoan(id, { settledAt: ago(0) });
  expect(await originsOfNew(id, null)).toEqual(['astra_pages']);
  await createLoan(id, { expiresAt: ago(60) });
  expect(await originsOfNew(id, null)).toEqual(['numbers']);
});
