import { expect, test } from 'vitest';
import type { Account, Card } from '@/lib/db/generated/client';
import { createAccount } from '@/testing/astra/accounts';
import { createCard, createPerson } from '@/testing/rows/people';
import { findHeldAccount, listHeldAccounts } from './held-accounts';
import { listCardsInReview } from './list-cards-in-review';

const [ann, ben] = [await createPerson(), await createPerson()];
const at = (minute: number) => new Date(Date.UTC(2026, 0, 1, 12, minute));

test('cards in review are those that are flagged or rejected, of all people, newest first', async () => {
  const made: Card[] = [];
  for (let minute = 0; minute < 26; minute += 1) {
    const status = minute % 2 === 0 ? 'flagged' : 'rejected';
    const card = { status, createdAt: at(minute), lastFour: `${1000 + minute}` };
    made.unshift(await createCard(minute % 3 === 0 ? ann.id : ben.id, card));
  }
  for (const status of ['approved', 'removed', 'unknown']) await createCard(ann.id, { status });
  const first = await listCardsInReview(1);
  expect(first).toMatchObject({ page: 1, pages: 2, total: 26 });
  expect(first.items.map(({ id }) => id)).toEqual(made.slice(0, 25).map(({ id }) => id));
  const second = await listCardsInReview(2);
  expect(second.items).toMatchObject([{ lastFour: '1000', user: { email: ann.email } }]);
});

test('held accounts are those that people added by their numbers and still have', async () => {
  const held = await createAccount(ben.id, { origin: 'numbers', createdAt: at(1) });
  const newer = await createAccount(ann.id, { origin: 'numbers', createdAt: at(2) });
  const others: Account[] = [
    await createAccount(ann.id, { origin: 'bank_link' }),
    await createAccount(ann.id, { origin: 'astra_pages' }),
    await createAccount(ann.id, { origin: 'numbers', removedAt: at(3) }),
  ];
  const { items } = await listHeldAccounts(1);
  expect(items).toMatchObject([
    { id: newer.id, user: { email: ann.email } },
    { id: held.id, user: { email: ben.email } },
  ]);
  expect(await findHeldAccount(held.id)).toMatchObject({ id: held.id });
  for (const { id } of others) expect(await findHeldAccount(id)).toBeNull();
});
